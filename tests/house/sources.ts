import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/** One of our own source files: its path from the top, and its text. */
export type Source = { path: string; text: string };

/** Every source file under these folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).split(sep).join("/"))
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  );
}

/** What a file imports: our own files by their path from the top, packages by their name. */
export function importsOf(source: Source): { target: string; said: string; isTypeOnly: boolean }[] {
  const found = source.text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g,
  );
  return [...found].map((match) => {
    const said = match[3] ?? match[4] ?? "";
    const target = said.startsWith("#")
      ? said.slice(1)
      : said.startsWith(".")
        ? normalize(join(dirname(source.path), said))
            .split(sep)
            .join("/")
        : said;
    return { target, said, isTypeOnly: match[2] !== undefined };
  });
}

/** The code of a file without comments, so that a rule reads what runs. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/[^\n]*/g, "$1");
}
