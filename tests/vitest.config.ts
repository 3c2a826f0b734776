import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const own = { environment: "node" as const, pool: "forks" as const, testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  root,
  test: {
    // Half the time of a file is spent waiting for PostgreSQL, so two cores do not fit one worker alone.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        test: {
          ...own,
          name: "plain",
          include: ["tests/{domain,words,house,kit}/**/*.test.{ts,tsx}"],
        },
      },
      {
        root,
        test: {
          ...own,
          name: "database",
          include: ["tests/{data,routes}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/database/global.ts"],
          setupFiles: ["tests/database/own.ts"],
        },
      },
    ],
  },
});
