import { log } from "./log.ts";
import { serveBuild } from "./serve.ts";

const serving = await serveBuild();
let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await serving.stop();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
process.on("disconnect", end);
process.on("message", (said) => {
  if (said === "end") end();
});
process.send?.("serving");
log.debug("serving");
