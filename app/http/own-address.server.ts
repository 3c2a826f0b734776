import { env } from "#app/env.server.ts";

/** A path of ours as a whole address, for texts that leave the house; the host is the company's own word, never the request's. */
export const ownAddress = (path: string): string => `${env.APP_URL}${path}`;
