import { importKinds, isImportKind } from "#app/domain/imports/fields.ts";
import type { ImportProgress, ImportSummary } from "#app/domain/imports/summary.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { importReportWords } from "#app/words/import-report.ts";
import { isLocale, type Locale } from "#app/words/locale.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { Misuse, sayWhy, typed, withDatabase } from "./session.ts";

const help = `npm run import -- KIND FILE [--map field=column,…] [--dry-run] [--json] [--lang en]

KIND is ${importKinds.join(", ")}. FILE is CSV, CSV.gz or XLSX: UTF-8 or Windows-1252, separated by comma, semicolon or tab,
decimals with comma or point, columns in any order. Known headers in Portuguese and English are matched by themselves.`;

const options = {
  map: { type: "string", multiple: true },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean" },
} as const;

function mapFrom(pairs: string[] = []): Record<string, string> {
  const map: Record<string, string> = {};
  for (const pair of pairs.flatMap((one) => one.split(","))) {
    if (pair.trim() === "") continue;
    const [field = "", ...column] = pair.split("=");
    if (column.length === 0) throw new Misuse(`--map takes field=column, not "${pair}".`);
    map[field.trim()] = column.join("=").trim();
  }
  return map;
}

/** A line that is written over and over on a terminal, and once every three seconds elsewhere. */
function progressTeller(locale: Locale) {
  const words = importReportWords[locale];
  let saidAt = Date.now();
  return (progress: ImportProgress) => {
    const every = process.stderr.isTTY ? 250 : 3_000;
    if (progress.stage === "reading" && Date.now() - saidAt < every) return;
    saidAt = Date.now();
    process.stderr.write(
      `${process.stderr.isTTY ? "\r\u001b[2K" : ""}${words.progress(progress)}${process.stderr.isTTY ? "" : "\n"}`,
    );
  };
}

/** Exactly what interfaces promise for `--json`. */
const asJson = ({ read, accepted, rejected, created, unchanged, seconds, rejectedFile }: ImportSummary) =>
  JSON.stringify({ read, accepted, rejected, created, unchanged, seconds, rejectedFile });

function say(summary: ImportSummary, isDryRun: boolean, locale: Locale): void {
  const words = importReportWords[locale];
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  console.log(words.counts(summary));
  console.log(words.created(summary, isDryRun));
  for (const [code, count] of Object.entries(summary.reasons)) {
    const sentence = rejectionWords[locale].sentence({ code: code as keyof ImportSummary["reasons"] });
    console.log(`  ${formatNumber(count, locale)} × ${sentence}`);
  }
  for (const row of summary.samples.slice(0, 5)) {
    console.log(`  ${rejectionWords[locale].line} ${row.line}: ${rejectionWords[locale].sentence(row)}`);
  }
  if (summary.rejectedFile) console.log(words.rejectedFile(summary.rejectedFile));
  console.log(words.speed(summary));
}

async function main(): Promise<void> {
  const { values, positionals } = typed(options);
  const [kind = "", file] = positionals;
  if (values.help || positionals.length === 0) return console.log(help);
  if (!isImportKind(kind)) throw new Misuse(`"${kind}" cannot be imported. Known kinds: ${importKinds.join(", ")}.`);
  if (!file) throw new Misuse(`Which file? ${help.split("\n")[0]}`);
  const locale: Locale = isLocale(values.lang) ? values.lang : "pt-BR";
  const map = mapFrom(values.map);
  await withDatabase(async () => {
    const { importFile } = await import("#app/domain/imports/imports.server.ts");
    try {
      const summary = await importFile(file, {
        kind,
        map,
        at: new Date(),
        words: rejectionWords[locale],
        isDryRun: values["dry-run"] ?? false,
        say: progressTeller(locale),
      });
      if (values.json) console.log(asJson(summary));
      else say(summary, values["dry-run"] ?? false, locale);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      throw new Misuse(importReportWords[locale].refusal(fault));
    }
  });
}

main().catch((error) => {
  sayWhy(error);
  process.exitCode = 1;
});
