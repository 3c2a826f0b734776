import type { TestProject } from "vitest/node";
import { migratedTemplate, openTestCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
    template: string;
  }
}

/** Before the first file: the tests' PostgreSQL runs and the template is up to date. After the last: it stops. */
export default async function setup(project: TestProject) {
  const cluster = await openTestCluster();
  project.provide("clusterUrl", cluster.url);
  project.provide("template", await migratedTemplate(cluster.url));
  return () => cluster.stop();
}
