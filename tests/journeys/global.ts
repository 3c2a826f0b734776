import { buildWhenChanged } from "#app/commands/build.ts";
import { demoTemplate, openTestCluster } from "#tests/database/cluster.ts";

/** Before the first journey: the site is built, the tests' PostgreSQL runs and the demo company has been lived. */
export default async function setup() {
  await buildWhenChanged();
  const cluster = await openTestCluster();
  process.env.TEST_CLUSTER_URL = cluster.url;
  process.env.TEST_TEMPLATE = await demoTemplate(cluster.url);
  return () => cluster.stop();
}
