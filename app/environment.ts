import { z } from "zod";

const isTrue = z.enum(["true", "false"], { error: "must be true or false" }).transform((said) => said === "true");
const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: "must be a whole number" })
    .int("must be a whole number")
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
const address = (schemes: string[]) =>
  z
    .string()
    .refine(
      (said) => URL.canParse(said) && schemes.includes(new URL(said).protocol.slice(0, -1)),
      `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}`,
    );
const postgresAddress = address(["postgres", "postgresql"]);

const shape = z.object({
  NODE_ENV: z
    .enum(["development", "test", "production"], { error: "must be development, test or production" })
    .default("development"),
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().min(1, "must not be empty").default("127.0.0.1"),
  APP_URL: address(["http", "https"])
    .transform((said) => new URL(said).origin)
    .optional(),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((said) => said.split(",").map((one) => one.trim()))
    .pipe(z.array(postgresAddress))
    .default([]),
  DB_PREPARE: isTrue.default(true),
  DB_POOL: whole(1, 100).optional(),
  DB_STATEMENT_TIMEOUT_MS: whole(0, 3_600_000).default(15_000),
  WEB_CONCURRENCY: whole(1, 64).default(1),
  DEMO: isTrue.optional(),
  SECRET_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_/, "must begin with sk_ or rk_")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, "must begin with whsec_")
    .optional(),
  STRIPE_API_BASE: address(["http", "https"]).optional(),
  ADDRESS_LOOKUP_URL: address(["http", "https"]).optional(),
  SMTP_URL: address(["smtp", "smtps"]).optional(),
  MAIL_FROM: z.string().regex(/@/, "must hold an e-mail address").default("Carteira <no-reply@carteira.test>"),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"], {
      error: "must be silent, fatal, error, warn, info, debug or trace",
    })
    .default("info"),
});

/** Online payment needs both: a boleto is paid days later, and only a signed message tells so. */
function withItsSecret(said: z.output<typeof shape>, context: z.RefinementCtx): void {
  if (said.STRIPE_SECRET_KEY === undefined || said.STRIPE_WEBHOOK_SECRET !== undefined) return;
  const message = "must be set together with STRIPE_SECRET_KEY";
  context.addIssue({ code: "custom", path: ["STRIPE_WEBHOOK_SECRET"], message });
}

/** A variable of the environment that cannot be used; its message is the sentence that says which and why. */
export class WrongEnvironment extends Error {
  override name = "WrongEnvironment";
}

/** Reads and checks the whole environment; an empty variable counts as unset, and a wrong one is named in a sentence. */
export function readEnvironment(said: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ""));
  const read = shape.superRefine(withItsSecret).safeParse(filled);
  if (!read.success) {
    const sentences = read.error.issues.map((issue) => `${issue.path[0] as string} ${issue.message}.`);
    throw new WrongEnvironment(`The environment cannot be used. ${sentences.join(" ")} See .env.example.`);
  }
  const host = ["0.0.0.0", "::"].includes(read.data.HOST) ? "localhost" : read.data.HOST;
  return {
    ...read.data,
    isAppUrlSaid: read.data.APP_URL !== undefined,
    APP_URL: read.data.APP_URL ?? `http://${host.includes(":") ? `[${host}]` : host}:${read.data.PORT}`,
  };
}
