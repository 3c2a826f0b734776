import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Benchmark, type Measured, openGround } from "#app/commands/benchmark/ground/ground.ts";
import { memoryOf } from "#app/commands/benchmark/ground/load.ts";
import { buildWhenChanged } from "./build.ts";
import { step } from "./progress.ts";
import { Misuse, readDotEnv, sayWhy, typed } from "./session.ts";

const folder = fileURLToPath(new URL("./benchmark", import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -3))
  .sort();

/** Which benchmarks to run, for how long each server is pressed, and the file of orders the office is measured with, if one is named. */
function asked() {
  const { values, positionals } = typed({
    seconds: { type: "string", default: "8" },
    "cpu-prof": { type: "boolean" },
    file: { type: "string" },
    map: { type: "string" },
  });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Misuse(`There is no benchmark called ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  const seconds = Number(values.seconds);
  if (!(seconds >= 1 && seconds <= 600)) throw new Misuse("--seconds must be a number from 1 to 600.");
  const file = values.file ? { path: values.file, map: values.map } : null;
  return {
    wanted: positionals.length > 0 ? positionals : names,
    seconds,
    isProfiled: values["cpu-prof"] === true,
    file,
  };
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits));

const isReached = ({ floor, ours, must, mostMilliseconds }: Measured): boolean =>
  (must === null || ours.perSecond >= must * floor.perSecond) &&
  (mostMilliseconds === undefined || ours.p95 < mostMilliseconds);

/** One figure as a line of the table: rates beside the floor's, the ratio, and whether it reaches what it must. */
function lineOf(figure: Measured) {
  const { name, floor, ours, must, aim, mostMilliseconds } = figure;
  const ratio = ours.perSecond / floor.perSecond;
  return {
    work: name,
    "floor /s": round(floor.perSecond),
    "ours /s": round(ours.perSecond),
    ratio: round(ratio, 3),
    must: must ?? (mostMilliseconds ? `p95 < ${mostMilliseconds} ms` : ""),
    aim: aim ?? "",
    "p95 ms": round(ours.p95, 1),
    "cpu ms": ours.cpuMilliseconds === null ? "" : round(ours.cpuMilliseconds, 2),
    "floor cpu": floor.cpuMilliseconds === null ? "" : round(floor.cpuMilliseconds, 2),
    bytes: ours.bytes,
    reached: must === null && !mostMilliseconds ? "" : isReached(figure) ? "yes" : "NO",
    faults: Object.entries(ours.statuses)
      .filter(([status]) => Number(status) >= 400)
      .map(([status, count]) => `${count}×${status}`)
      .join(" "),
  };
}

async function run(): Promise<void> {
  readDotEnv();
  const { wanted, seconds, isProfiled, file } = asked();
  process.env.NODE_ENV = "production";
  await step("Building the site where its sources changed", buildWhenChanged);
  const profile = isProfiled ? ["--cpu-prof", "--cpu-prof-dir=.benchmarks/profiles"] : [];
  const { ground, close } = await openGround(seconds, profile, file);
  const measured: Measured[] = [];
  try {
    for (const name of wanted) {
      const { benchmark }: { benchmark: Benchmark } = await import(pathToFileURL(`${folder}/${name}.ts`).href);
      measured.push(...(await step(name, () => benchmark.measure(ground))));
    }
    const memory = memoryOf(ground.site.pid);
    console.table(measured.map(lineOf));
    if (memory) console.log(`Memory of the site: ${memory.now} MB, at most ${memory.peak} MB.`);
    const at = new Date().toISOString();
    mkdirSync(".benchmarks", { recursive: true });
    const file = `.benchmarks/${at.replace(/[:.]/g, "-")}.json`;
    writeFileSync(file, JSON.stringify({ at, node: process.version, seconds, memory, measured }, null, 2));
    console.log(`Kept as ${file}.`);
    if (!measured.every(isReached)) process.exitCode = 1;
  } finally {
    await close();
  }
}

run().catch((error) => {
  sayWhy(error);
  process.exitCode = 1;
});
