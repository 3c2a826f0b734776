import type { Indicator, Reading, Said } from "#app/domain/indicators/indicator.ts";
import { formatByUnit, type Unit } from "#app/words/numbers.ts";
import { Misuse, sayWhy, typed, withDatabase } from "./session.ts";

const help = `npm run indicator -- KEY [--from D] [--to D] [--as-of D] [--by DIM] [--every month|week|day] [--filter k=v …] [--of products] [--json] [--lang en]
npm run indicator -- list

A reading, as the screen shows it. Periods are [from, to) in days of São Paulo. --as-of takes a day (its first moment) or a moment;
without it the reading is as of now, or as of --to when that has passed. A reading inside a day holds that day so far.
Without --from: everything known for totals (revenue, orders, units, averages, purchase cycle …), the twelve months before for abc,
mix, retention and churn, the month before for positivation and activities.`;

const options = {
  from: { type: "string" },
  to: { type: "string" },
  "as-of": { type: "string" },
  by: { type: "string" },
  every: { type: "string" },
  of: { type: "string" },
  filter: { type: "string", multiple: true },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean" },
} as const;

const shown = (value: number | null, unit: Unit, language: keyof Said): string =>
  value === null ? "–" : formatByUnit(value, unit, language);

function say(reading: Reading, indicator: Indicator, language: keyof Said): void {
  console.log(`${reading.name}: ${shown(reading.value, reading.unit, language)}`);
  console.log(reading.definition);
  console.log(`${reading.from} … ${reading.to} · as of ${reading.asOf}`);
  for (const [name, values] of Object.entries(reading.filters)) console.log(`  ${name} = ${values.join(", ")}`);
  for (const [name, value] of Object.entries(reading.values)) {
    const companion = indicator.companions[name];
    console.log(`  ${companion?.name[language] ?? name}: ${shown(value, companion?.unit ?? "decimal", language)}`);
  }
  if (reading.tooLittle) console.log(`  ${reading.tooLittle.counted} < ${reading.tooLittle.minimum}`);
  for (const slice of reading.slices) console.log(`  ${slice.label}: ${shown(slice.value, reading.unit, language)}`);
  for (const stretch of reading.series) {
    console.log(`  ${stretch.from} … ${stretch.to}: ${shown(stretch.value, reading.unit, language)}`);
  }
}

function paramsFrom(values: ReturnType<typeof typed<typeof options>>["values"]): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ["from", "to", "by", "every", "of"] as const) if (values[name]) params.set(name, values[name]);
  if (values["as-of"]) params.set("asOf", values["as-of"]);
  for (const filter of values.filter ?? []) {
    const [name = "", ...rest] = filter.split("=");
    if (rest.length === 0) throw new Misuse(`--filter takes name=value, not "${filter}".`);
    params.append(name, rest.join("="));
  }
  return params;
}

async function main(): Promise<void> {
  const { values, positionals } = typed(options);
  const [key] = positionals;
  if (values.help || !key) return console.log(help);
  const language = values.lang === "en" ? "en" : "pt-BR";
  const params = paramsFrom(values);
  await withDatabase(async () => {
    const { register, computedOf } = await import("#app/domain/indicators/register.server.ts");
    const { readingFromQuery, filterNames } = await import("#app/domain/indicators/query.ts");
    if (key === "list") {
      for (const indicator of register) console.log(`${indicator.key}  ${indicator.name[language]}`);
      return;
    }
    const indicator = computedOf(key);
    if (!indicator) throw new Misuse(`There is no indicator "${key}". npm run indicator -- list names them.`);
    const unknown = (values.filter ?? [])
      .map((filter) => filter.split("=")[0] ?? "")
      .filter((name) => !filterNames.some((known) => known === name));
    if (unknown.length > 0)
      throw new Misuse(`There is no filter "${unknown.join(", ")}". There are: ${filterNames.join(", ")}.`);
    const { query, wrong } = readingFromQuery(params, new Date());
    if (wrong.length > 0) throw new Misuse(`Cannot be read: ${wrong.join(", ")}. See --help.`);
    if (query.by && !indicator.dims.includes(query.by)) {
      throw new Misuse(`"${key}" cannot be taken apart by ${query.by}. It can by: ${indicator.dims.join(", ")}.`);
    }
    const { read } = await import("#app/domain/indicators/read.server.ts");
    const reading = await read(key, { ...query, scope: { userId: 0, repId: null } }, language);
    if (values.json) console.log(JSON.stringify(reading, null, 2));
    else say(reading, indicator, language);
  });
}

await main().catch((error) => {
  sayWhy(error);
  process.exitCode = 1;
});
