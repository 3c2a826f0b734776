import { sayWhy } from "./session.ts";
import { checkSources } from "./tools.ts";

try {
  if ((await checkSources()) > 0) process.exitCode = 1;
} catch (error) {
  sayWhy(error);
  process.exitCode = 1;
}
