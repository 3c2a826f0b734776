import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "#app/commands/browser.ts";

process.env.CHROMIUM_PATH ??= await findBrowser();

export default defineConfig({
  testDir: "journeys",
  globalSetup: "./journeys/global.ts",
  outputDir: "../test-results",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  use: {
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    serviceWorkers: "block",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserFlags },
  },
});
