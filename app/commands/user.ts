import { randomBytes } from "node:crypto";
import { z } from "zod";
import { Refusal } from "#app/domain/refusal.ts";
import { Misuse, typed, withDatabase } from "./session.ts";

const usage =
  "npm run user -- --email E --role buyer|rep|manager|admin [--customer CNPJ-or-code] [--name N] [--buyer-role orders|approves|views] [--password P]\nnpm run user -- --email E --reset-second-factor";

const shape = z.object({
  email: z.email("--email must be an e-mail address"),
  role: z.enum(["buyer", "rep", "manager", "admin"], "--role must be buyer, rep, manager or admin"),
  customer: z.string().min(1).optional(),
  name: z.string().min(1).max(120).optional(),
  "buyer-role": z.enum(["orders", "approves", "views"], "--buyer-role must be orders, approves or views").optional(),
  password: z.string().optional(),
});

function wish() {
  const text = { type: "string" } as const;
  const { values, positionals } = typed({
    email: text,
    role: text,
    customer: text,
    name: text,
    "buyer-role": text,
    password: text,
    "reset-second-factor": { type: "boolean" } as const,
  });
  if (values["reset-second-factor"]) {
    const others = Object.keys(values).filter((name) => name !== "email" && name !== "reset-second-factor");
    const email = z.email().safeParse(values.email);
    if (others.length > 0 || positionals.length > 0 || !email.success) {
      throw new Misuse(`--reset-second-factor takes --email and nothing else.\n${usage}`);
    }
    return { resetFor: email.data };
  }
  const read = shape.safeParse(values);
  if (!read.success || positionals.length > 0) {
    const why = read.success ? `not understood: ${positionals.join(" ")}` : read.error.issues[0]?.message;
    throw new Misuse(`${why}\n${usage}`);
  }
  if ((read.data.role === "buyer") !== (read.data.customer !== undefined)) {
    throw new Misuse(`A buyer needs --customer, and nobody else has one.\n${usage}`);
  }
  return read.data;
}

async function resetFactor(email: string): Promise<void> {
  await withDatabase(async () => {
    const { accountWith } = await import("#app/access/accounts.server.ts");
    const { resetSecondFactor } = await import("#app/access/second-factor.server.ts");
    const account = await accountWith(email);
    if (!account) throw new Misuse(`Nobody signs in with ${email}.`);
    const isGone = await resetSecondFactor(account, { userId: null }, new Date());
    const done = `The second factor of ${account.email} is gone and they were told by mail.`;
    console.log(isGone ? done : `${account.email} has no second factor.`);
  });
}

async function createOrUpdate(): Promise<void> {
  const said = wish();
  if ("resetFor" in said) return resetFactor(said.resetFor);
  await withDatabase(async () => {
    const { accountWith, createAccount, reviseAccount, setPassword } = await import("#app/access/accounts.server.ts");
    const { customerNamed } = await import("#app/domain/customers/customers.server.ts");
    const { withTx } = await import("#db/connection.server.ts");
    const at = new Date();
    try {
      const customer = said.customer ? await customerNamed(said.customer) : null;
      const place = {
        role: said.role,
        customerId: customer?.id ?? null,
        buyerRole: said.role === "buyer" ? (said["buyer-role"] ?? ("orders" as const)) : null,
      };
      const known = await accountWith(said.email);
      const made = known || said.password ? undefined : randomBytes(12).toString("base64url");
      const password = said.password ?? made;
      await withTx(async (tx) => {
        if (!known) {
          const name = said.name ?? said.email.replace(/@.*/, "");
          await createAccount({ ...place, email: said.email, name, password }, at, tx);
          return;
        }
        await reviseAccount(known.id, { ...place, name: said.name, isDisabled: false }, { userId: null }, at, tx);
        if (password) await setPassword(known.id, password, { userId: null }, at, tx);
      });
      const whose = customer ? ` of ${customer.tradeName}` : "";
      console.log(`${known ? "Updated" : "Created"} ${said.email}, ${said.role}${whose}.`);
      if (made) console.log(`Password: ${made}`);
    } catch (error) {
      throw error instanceof Refusal ? new Misuse(sentenceOf(error)) : error;
    }
  });
}

function sentenceOf({ code, details }: Refusal): string {
  if (code === "not_found") return `No customer has the code or CNPJ ${details.code}.`;
  if (code === "password_too_short") return `The password needs at least ${details.least} characters.`;
  if (code === "not_allowed") return "This is the only active administrator; make another one first.";
  return `Refused: ${code} ${JSON.stringify(details)}`;
}

try {
  await createOrUpdate();
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
