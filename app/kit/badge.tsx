import type { ReactNode } from "react";
import { type StandingKey, standingWords } from "#app/words/standing.ts";
import { useWords } from "./words.tsx";

/** What a colour means: good, needs a look, bad, plain news, the house's own accent, or nothing. */
export type Tone = "good" | "warn" | "bad" | "info" | "accent" | "neutral";

/** A short word about a row. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={tone === "neutral" ? "badge" : `badge badge-${tone}`}>{children}</span>;
}

const standingTone: Record<StandingKey, Tone> = {
  active: "good",
  recently_inactive: "warn",
  long_inactive: "bad",
  prospect: "neutral",
  new: "info",
  recovered: "info",
};

/** The standing of a customer. */
export function StandingBadge({ standing }: { standing: StandingKey }) {
  const w = useWords(standingWords);
  return <Badge tone={standingTone[standing]}>{w[standing]}</Badge>;
}

const abcTone: Record<"A" | "B" | "C", Tone> = { A: "accent", B: "info", C: "neutral" };

/** The ABC class of a customer or product. */
export function AbcBadge({ abcClass }: { abcClass: "A" | "B" | "C" | null }) {
  if (!abcClass) return null;
  const tone = abcTone[abcClass];
  return <span className={`badge badge-letter${tone === "neutral" ? "" : ` badge-${tone}`}`}>{abcClass}</span>;
}
