import { desc, eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db } from "#db/connection.server.ts";
import { importRuns, users } from "#db/schema/index.ts";
import type { ImportKind } from "./fields.ts";
import { importFile } from "./imports.server.ts";
import type { RejectionWords } from "./rejected.server.ts";
import { type ImportRun, type RunProgress, runFrom } from "./run.ts";
import type { ImportProgress } from "./summary.ts";
import { dropUpload } from "./uploads.server.ts";

const pageSize = 20;
const beatEvery = 2_000;

const columns = {
  id: importRuns.id,
  kind: importRuns.kind,
  fileName: importRuns.fileName,
  storedAs: importRuns.storedAs,
  mapping: importRuns.mapping,
  isDryRun: importRuns.isDryRun,
  startedAt: importRuns.startedAt,
  startedBy: users.name,
  finishedAt: importRuns.finishedAt,
  progress: importRuns.progress,
  summary: importRuns.summary,
  rejectedFile: importRuns.rejectedFile,
  failure: importRuns.failure,
};

/** Notes that a file has arrived; nothing of it is taken in before its columns have been looked at. */
export async function noteArrivedFile(
  scope: Scope,
  { kind, fileName, arrived }: { kind: ImportKind; fileName: string; arrived: string },
  at: Date,
): Promise<number> {
  const [run] = await db
    .insert(importRuns)
    .values({ kind, fileName, storedAs: arrived, startedBy: scope.userId, startedAt: at })
    .returning({ id: importRuns.id });
  if (!run) throw new Error("an insert without a row");
  return run.id;
}

/** The files that came in, newest first. */
export async function importRunsPage(page: number, asOf: Date): Promise<Page<ImportRun>> {
  const [rows, [count]] = await Promise.all([
    db
      .select(columns)
      .from(importRuns)
      .leftJoin(users, eq(users.id, importRuns.startedBy))
      .orderBy(desc(importRuns.id))
      .limit(pageSize)
      .offset(offsetOf(page, pageSize)),
    db.select({ total: sql<number>`count(*)` }).from(importRuns),
  ]);
  return { rows: rows.map((row) => runFrom(row, asOf)), total: count?.total ?? 0, page, pageSize };
}

/** One import as it stands. */
export async function importRunOf(id: number, asOf: Date): Promise<ImportRun> {
  const [row] = await db
    .select(columns)
    .from(importRuns)
    .leftJoin(users, eq(users.id, importRuns.startedBy))
    .where(eq(importRuns.id, id));
  if (!row) throw new Refusal("not_found", { what: "import", id });
  return runFrom(row, asOf);
}

/** Starts an import, or tries it without writing. It goes on after the answer; how far it is can be asked by anybody at any time. */
export async function startRun(
  scope: Scope,
  id: number,
  how: { map: Record<string, string>; isDryRun: boolean; words: RejectionWords },
  at: Date,
): Promise<void> {
  const run = await importRunOf(id, at);
  if (run.state === "running" || (run.state === "done" && !run.isDryRun))
    throw new Refusal("invalid_input", { field: "import" });
  await db.transaction(async (tx) => {
    await tx
      .update(importRuns)
      .set({
        mapping: how.map,
        isDryRun: how.isDryRun,
        startedAt: at,
        startedBy: scope.userId,
        finishedAt: null,
        summary: null,
        failure: null,
        rejectedFile: null,
        progress: JSON.stringify({
          stage: "reading",
          read: 0,
          accepted: 0,
          rejected: 0,
          fraction: 0,
          beatAt: at,
        } satisfies RunProgress),
      })
      .where(eq(importRuns.id, id));
    if (how.isDryRun) return;
    const after = { kind: run.kind, file: run.fileName, map: how.map };
    await recordAudit({ actorId: scope.userId, action: "import_started", subject: `import ${id}`, after }, at, tx);
  });
  void carryOut(run, how, at);
}

/** Never throws: what goes wrong is kept with the run and said there. */
async function carryOut(
  { id, kind, storedAs }: ImportRun,
  how: { map: Record<string, string>; isDryRun: boolean; words: RejectionWords },
  at: Date,
): Promise<void> {
  const started = performance.now();
  const now = () => new Date(at.getTime() + (performance.now() - started));
  let latest: ImportProgress = { stage: "reading", read: 0, accepted: 0, rejected: 0, fraction: 0 };
  let saidAt = 0;
  const beat = () => {
    saidAt = performance.now();
    const progress = JSON.stringify({ ...latest, beatAt: now() } satisfies RunProgress);
    db.update(importRuns)
      .set({ progress, rowsRead: latest.read })
      .where(eq(importRuns.id, id))
      .catch(() => {});
  };
  const beating = setInterval(beat, beatEvery);
  try {
    const { rejectedFile, ...summary } = await importFile(storedAs ?? "", {
      ...how,
      kind,
      at,
      say(progress) {
        latest = progress;
        if (performance.now() - saidAt > 1_000) beat();
      },
    });
    clearInterval(beating);
    await db
      .update(importRuns)
      .set({ summary, rejectedFile, rowsRead: summary.read, finishedAt: now() })
      .where(eq(importRuns.id, id));
    if (!how.isDryRun && storedAs) await dropUpload(storedAs);
  } catch (fault) {
    const failure = fault instanceof Refusal ? { code: fault.code, details: fault.details } : { fault: String(fault) };
    await db
      .update(importRuns)
      .set({ failure: JSON.stringify(failure), finishedAt: now() })
      .where(eq(importRuns.id, id))
      .catch(() => {});
  } finally {
    clearInterval(beating);
  }
}
