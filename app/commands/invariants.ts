import { withDatabase } from "./session.ts";

const shownRows = 20;

await withDatabase(async () => {
  const { sql } = await import("#db/connection.server.ts");
  const { promises } = await import("./promises.ts");
  let broken = 0;
  for (const { key, sentence, violations } of promises) {
    const started = performance.now();
    const rows = violations === null ? [] : await sql.unsafe(violations);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = violations === null ? "–      " : rows.length === 0 ? "holds  " : "BROKEN ";
    console.log(`${key.padEnd(4)} ${verdict} ${sentence}${violations === null ? "" : ` (${seconds} s)`}`);
    if (rows.length === 0) continue;
    broken++;
    console.table(rows.slice(0, shownRows).map((row) => ({ ...row })));
    if (rows.length > shownRows) console.log(`… and ${rows.length - shownRows} more`);
  }
  console.log(broken === 0 ? "Every promise holds." : `${broken} promises are broken.`);
  if (broken > 0) process.exitCode = 1;
});
