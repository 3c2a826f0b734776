const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** The network an address belongs to, as far as it tells: a provider's next number is the same place. */
export function networkOf(address: string | null): string {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\.\d+$/, "");
  return plain.toLowerCase().split(":").slice(0, 3).join(":");
}

const named = (kinds: [RegExp, string][], said: string) => kinds.find(([pattern]) => pattern.test(said))?.[1] ?? null;

/** The browser and system a device names itself by, for people to recognise it; null for what nobody would recognise. */
export function deviceShown(userAgent: string | null): { browser: string; system: string } | null {
  const said = userAgent ?? "";
  const browser = named(browsers, said);
  const system = named(systems, said);
  return browser && system ? { browser, system } : null;
}
