import { pino } from "pino";
import { env } from "#app/env.server.ts";

/** The log of this process: lines of JSON without cookies, bodies or queries, so no secret can be in them. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  redact: ["*.password", "*.token", "*.cookie", "*.authorization"],
});

/** A path as it may be written down: without its query and without the token of a link from a mail. */
export function pathForLog(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.replace(/^\/(reset-password|invite)\/[^/]+/, "/$1/:token");
}
