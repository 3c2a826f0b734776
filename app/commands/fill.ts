import { closeConnections } from "#db/connection.server.ts";
import { fillDemo } from "#db/demo/fill.server.ts";

await fillDemo(new Date(), (line) => console.log(`  ${line}`));
await closeConnections();
