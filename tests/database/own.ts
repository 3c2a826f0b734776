import { afterAll, beforeAll, inject } from "vitest";
import { copyOf, dropDatabase } from "./cluster.ts";
import { keepToOneConnection } from "./one-connection.ts";

// Each test file stands in its own copied database. The address must be known before the first import of the house.
const clusterUrl = inject("clusterUrl");
process.env.DATABASE_URL = await copyOf(clusterUrl, inject("template"));
process.env.DB_POOL = "60";
process.env.LOG_LEVEL = "fatal";
process.env.APP_URL = "http://localhost:3000";

beforeAll(async () => {
  const { db, reports } = await import("#db/connection.server.ts");
  keepToOneConnection(db, reports);
});

afterAll(async () => {
  const { closeConnections } = await import("#db/connection.server.ts");
  await closeConnections();
  await dropDatabase(clusterUrl, process.env.DATABASE_URL as string);
});
