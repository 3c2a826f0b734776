import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { findBrowser } from "./browser.ts";
import { buildWhenChanged } from "./build.ts";
import { sayWhy } from "./session.ts";
import { checkSources, runTool } from "./tools.ts";

type Tally = { passed: number; failed: number };

const vitestFile = ".cache/vitest.json";
const playwrightFile = ".cache/playwright.json";
const vitestShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});
const playwrightShape = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** A tool that failed without naming a failed test has failed once. */
function tallied(isContent: boolean, passed: number, failed: number): Tally {
  return { passed, failed: failed === 0 && !isContent ? 1 : failed };
}

async function unitTests(): Promise<Tally> {
  const isContent = await runTool("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${vitestFile}`,
  ]);
  if (!existsSync(vitestFile)) return tallied(isContent, 0, 0);
  const said = vitestShape.parse(JSON.parse(readFileSync(vitestFile, "utf8")));
  return tallied(isContent, said.numPassedTests, said.numFailedTests || said.numFailedTestSuites);
}

async function journeys(): Promise<Tally> {
  const isContent = await runTool("playwright", ["test", "-c", "tests/playwright.config.ts", "--reporter=list,json"], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightFile },
  });
  if (!existsSync(playwrightFile)) return tallied(isContent, 0, 0);
  const { stats } = playwrightShape.parse(JSON.parse(readFileSync(playwrightFile, "utf8")));
  return tallied(isContent, stats.expected + stats.flaky, stats.unexpected);
}

async function counted(name: string, work: () => Promise<Tally>): Promise<Tally> {
  try {
    return await work();
  } catch (error) {
    console.error(`✗ ${name}`);
    sayWhy(error);
    return { passed: 0, failed: 1 };
  }
}

async function testEverything(): Promise<Tally> {
  mkdirSync(".cache", { recursive: true });
  for (const file of [vitestFile, playwrightFile]) rmSync(file, { force: true });
  const checks = counted("Sources", async () => ({ passed: 0, failed: await checkSources() }));
  const build = await counted("Build", async () => {
    await buildWhenChanged();
    console.log("✓ Build");
    return { passed: 0, failed: 0 };
  });
  const tallies = [await checks, build, await counted("Tests", unitTests)];
  tallies.push(
    await counted("Journeys", async () => {
      process.env.CHROMIUM_PATH = await findBrowser();
      return journeys();
    }),
  );
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}

// Tests never see the data or the keys of the shop that may run beside them.
for (const name of [
  "DATABASE_URL",
  "DATABASE_REPLICA_URLS",
  "STRIPE_SECRET_KEY",
  "SMTP_URL",
  "APP_URL",
  "DEMO",
  "NODE_ENV",
]) {
  delete process.env[name];
}
const { passed, failed } = await testEverything();
console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
