import { pino } from "pino";
import { env } from "#app/env.server.ts";

/** The log of this process: lines of JSON without cookies, bodies or queries, so no secret can be in them. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  serializers: { err: writable },
});

/** A fault without the values of its query: they are what people typed. */
function writable(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { said: String(error) };
  const withoutValues = (text: string) => text.replace(/\nparams: [^\n]*/g, "");
  const { code, constraint_name } = error as { code?: string; constraint_name?: string };
  return {
    type: error.name,
    message: withoutValues(error.message),
    code,
    constraint: constraint_name,
    stack: withoutValues(error.stack ?? ""),
    ...(error.cause && depth < 4 ? { cause: writable(error.cause, depth + 1) } : {}),
  };
}

/** A path as it may be written down: without its query and without the token of a link from a mail. */
export function pathForLog(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.replace(/^\/(reset-password|invite)\/[^/]+/, "/$1/:token");
}
