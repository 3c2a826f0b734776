import { z } from "zod";
import { Misuse, sayWhy, typed, withDatabase } from "./session.ts";

const usage =
  "npm run token -- --role manager|admin [--name N]\nnpm run token -- --list\nnpm run token -- --revoke NUMBER";

const shape = z.object({
  role: z.enum(["manager", "admin"], "--role must be manager or admin: a token sees the whole company").optional(),
  name: z.string().trim().min(1).max(80, "--name has at most 80 characters").default("API"),
  list: z.boolean().default(false),
  revoke: z.coerce.number("--revoke takes the number that --list shows").int().min(1).max(2_147_483_647).optional(),
});

function wish() {
  const text = { type: "string" } as const;
  const { values, positionals } = typed({ role: text, name: text, revoke: text, list: { type: "boolean" } });
  const read = shape.safeParse(values);
  if (!read.success) throw new Misuse(`${read.error.issues[0]?.message}\n${usage}`);
  const { role, list, revoke } = read.data;
  const wishes = [role, list || undefined, revoke].filter((one) => one !== undefined);
  if (positionals.length > 0 || wishes.length !== 1) throw new Misuse(usage);
  return read.data;
}

try {
  const { role, name, revoke } = wish();
  await withDatabase(async () => {
    const { apiTokensIssued, issueApiToken, revokeApiToken } = await import("#app/access/api-tokens.server.ts");
    const at = new Date();
    if (role) {
      console.log(await issueApiToken(name, role, at));
      console.error("It is not shown again. Send it as: Authorization: Bearer TOKEN");
    } else if (revoke) {
      if (!(await revokeApiToken(revoke, at))) throw new Misuse(`No token in use has the number ${revoke}.`);
      console.log(`Token ${revoke} lets nobody in any more.`);
    } else {
      const rows = await apiTokensIssued();
      for (const { id, name, role, createdAt, revokedAt } of rows) {
        const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : "in use";
        console.log([id, name, role, createdAt.toISOString(), state].join("\t"));
      }
      if (rows.length === 0) console.log("No token has been made yet.");
    }
  });
} catch (error) {
  sayWhy(error);
  process.exitCode = 1;
}
