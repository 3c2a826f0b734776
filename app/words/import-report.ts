import type { ImportProgress, ImportSummary } from "#app/domain/imports/summary.ts";
import type { Refusal } from "#app/domain/refusal.ts";
import { inBoth } from "./locale.ts";
import { formatNumber } from "./numbers.ts";
import { refusalWords } from "./refusals.ts";

const pt = (value: number) => formatNumber(value, "pt-BR");
const en = (value: number) => formatNumber(value, "en");

/** What `npm run import` says about a file. */
export const importReportWords = inBoth(
  {
    progress: (p: ImportProgress) =>
      p.stage === "writing"
        ? `${pt(p.read)} linhas lidas; gravando …`
        : `${pt(p.read)} linhas lidas${p.fraction === null ? "" : ` (${Math.round(p.fraction * 100)}%)`}, ${pt(p.rejected)} rejeitadas …`,
    counts: (s: ImportSummary) =>
      `${pt(s.read)} linhas lidas: ${pt(s.accepted)} aceitas, ${pt(s.rejected)} rejeitadas, ${pt(s.unchanged)} que já estavam aqui.`,
    created: (s: ImportSummary, isDryRun: boolean) =>
      `${isDryRun ? "Seriam criados" : "Criados"}: ${pt(s.created.customers)} clientes, ${pt(s.created.products)} produtos, ${pt(s.created.orders)} pedidos${s.bonus ? ` (mais ${pt(s.bonus)} só de bonificação)` : ""}, ${pt(s.created.returns)} devoluções, ${pt(s.receivables)} títulos; ${pt(s.replaced)} alterados.`,
    rejectedFile: (file: string) => `Linhas rejeitadas com o motivo: ${file}`,
    speed: (s: ImportSummary) =>
      `${s.seconds.toFixed(1)} s, ${pt(s.read / Math.max(0.001, s.seconds))} linhas por segundo.`,
    refusal: (why: Refusal) =>
      [
        refusalWords["pt-BR"][why.code](why.details),
        why.details.found
          ? `O arquivo tem as colunas: ${why.details.found}. Diga qual é qual com --map campo=coluna,…`
          : null,
      ]
        .filter(Boolean)
        .join(" "),
  },
  {
    progress: (p) =>
      p.stage === "writing"
        ? `${en(p.read)} rows read; writing …`
        : `${en(p.read)} rows read${p.fraction === null ? "" : ` (${Math.round(p.fraction * 100)}%)`}, ${en(p.rejected)} rejected …`,
    counts: (s) =>
      `${en(s.read)} rows read: ${en(s.accepted)} accepted, ${en(s.rejected)} rejected, ${en(s.unchanged)} that were here already.`,
    created: (s, isDryRun) =>
      `${isDryRun ? "Would be created" : "Created"}: ${en(s.created.customers)} customers, ${en(s.created.products)} products, ${en(s.created.orders)} orders${s.bonus ? ` (and ${en(s.bonus)} of free lines only)` : ""}, ${en(s.created.returns)} returns, ${en(s.receivables)} receivables; ${en(s.replaced)} changed.`,
    rejectedFile: (file) => `Rejected rows with their reason: ${file}`,
    speed: (s) => `${s.seconds.toFixed(1)} s, ${en(s.read / Math.max(0.001, s.seconds))} rows a second.`,
    refusal: (why) =>
      [
        refusalWords.en[why.code](why.details),
        why.details.found
          ? `The file has the columns: ${why.details.found}. Say which is which with --map field=column,…`
          : null,
      ]
        .filter(Boolean)
        .join(" "),
  },
);
