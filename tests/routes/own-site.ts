import { afterAll } from "vitest";
import { buildWhenChanged } from "#app/commands/build.ts";
import { type RunningSite, startSite } from "#tests/database/site.ts";

/** The built site as a process of its own on this test file's database; it ends with the file. */
export async function openSite(more: Record<string, string> = {}): Promise<RunningSite> {
  await buildWhenChanged();
  const site = await startSite(process.env.DATABASE_URL as string, more);
  afterAll(() => site.stop());
  return site;
}
