import { readEnvironment } from "./environment.ts";

/** The environment of this process, read once at its start. Nothing else in the house looks at the environment. */
export const env = readEnvironment(process.env);
