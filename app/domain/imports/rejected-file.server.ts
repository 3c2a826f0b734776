import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { db } from "#db/connection.server.ts";
import { importRuns } from "#db/schema/index.ts";

/** The rejected rows of an import as they lie on this machine; null when there are none, or they are gone. */
export async function rejectedFileOf(runId: number): Promise<{ name: string; body: ReadableStream } | null> {
  const [run] = await db
    .select({ path: importRuns.rejectedFile, fileName: importRuns.fileName })
    .from(importRuns)
    .where(eq(importRuns.id, runId));
  if (!run?.path) return null;
  const isThere = await access(run.path).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const name = `${run.fileName.replace(/(\.\w+)+$/, "")}-rejected.csv`;
  return { name, body: Readable.toWeb(createReadStream(run.path)) as ReadableStream };
}
