import { type Reason, type RefusalCode, refusalCodes } from "#app/domain/refusal.ts";
import type { ImportKind } from "./fields.ts";
import type { ImportProgress, ImportSummary } from "./summary.ts";

/** How far a running import is, and when it last gave a sign of life. */
export type RunProgress = ImportProgress & { beatAt: Date | string };

/** A file that came in, as it stands: its columns still to be matched, running, done, failed, or broken off with its process. */
export interface ImportRun {
  id: number;
  kind: ImportKind;
  fileName: string;
  /** Where the file lies on this machine. */
  storedAs: string | null;
  state: "matching" | "running" | "done" | "failed" | "interrupted";
  isDryRun: boolean;
  map: Record<string, string> | null;
  startedAt: Date;
  startedBy: string | null;
  finishedAt: Date | null;
  progress: RunProgress | null;
  summary: Omit<ImportSummary, "rejectedFile"> | null;
  rejectedFile: string | null;
  /** Why nothing came of it; without a reason it was a fault of ours. */
  failure: { reason: Reason | null } | null;
}

/** A run as the database keeps it. */
export interface KeptRun {
  id: number;
  kind: ImportKind;
  fileName: string;
  storedAs: string | null;
  mapping: unknown;
  isDryRun: boolean;
  startedAt: Date;
  startedBy: string | null;
  finishedAt: Date | null;
  progress: string | null;
  summary: unknown;
  rejectedFile: string | null;
  failure: string | null;
}

const silentFor = 30_000;

const isCode = (code: unknown): code is RefusalCode => refusalCodes.some((known) => known === code);

function failureFrom(kept: string): { reason: Reason | null } {
  const { code, details } = JSON.parse(kept) as { code?: unknown; details?: Reason["details"] };
  return { reason: isCode(code) ? { code, details: details ?? {} } : null };
}

/** Reads a kept run as of a moment: one that has given no sign of life for half a minute has been broken off. */
export function runFrom(kept: KeptRun, asOf: Date): ImportRun {
  const progress = kept.progress ? (JSON.parse(kept.progress) as RunProgress) : null;
  const isSilent = progress ? asOf.getTime() - new Date(progress.beatAt).getTime() > silentFor : true;
  const unfinished = kept.mapping === null ? "matching" : isSilent ? "interrupted" : "running";
  return {
    id: kept.id,
    kind: kept.kind,
    fileName: kept.fileName,
    storedAs: kept.storedAs,
    state: kept.failure ? "failed" : kept.finishedAt ? "done" : unfinished,
    isDryRun: kept.isDryRun,
    map: kept.mapping as ImportRun["map"],
    startedAt: kept.startedAt,
    startedBy: kept.startedBy,
    finishedAt: kept.finishedAt,
    progress,
    summary: kept.summary as ImportRun["summary"],
    rejectedFile: kept.rejectedFile,
    failure: kept.failure ? failureFrom(kept.failure) : null,
  };
}
