import { closeConnections } from "#db/connection.server.ts";
import { fillDemo } from "#db/demo/fill.server.ts";

await fillDemo(new Date(), console.log);
await closeConnections();
