// From what is built, so that no compiler stays in memory; from the sources where nothing is built yet or one has changed.
const built = new URL("../../build/processes/", import.meta.url);
const known = await import(new URL("build.js", built).href).catch(() => null);

if (known?.isBuilt()) {
  await import(new URL("start.js", built).href);
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./start.ts");
}
