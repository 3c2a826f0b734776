import { step } from "./progress.ts";
import { Misuse, sayWhy, typed, withDatabase } from "./session.ts";

const help = `npm run facts -- check      compares the sums per customer, product and day with the orders; exit 1 when they differ
npm run facts -- rebuild    adds every order up again`;

const shown = 20;

async function main(): Promise<void> {
  const { values, positionals } = typed({ help: { type: "boolean" } });
  const [act = "check"] = positionals;
  if (values.help) return console.log(help);
  if (act !== "check" && act !== "rebuild") throw new Misuse(`"${act}" is neither check nor rebuild.\n${help}`);
  await withDatabase(async () => {
    const { factsThatDiffer, rebuildFacts } = await import("#app/domain/orders/facts.server.ts");
    if (act === "rebuild") await step("Adding every order up", () => rebuildFacts());
    const differences = await step("Comparing with the orders", () => factsThatDiffer());
    for (const difference of differences.slice(0, shown)) console.log(JSON.stringify(difference));
    console.log(differences.length === 0 ? "The facts agree with the orders." : `${differences.length} days differ.`);
    if (differences.length > 0) process.exitCode = 1;
  });
}

await main().catch((error) => {
  sayWhy(error);
  process.exitCode = 1;
});
