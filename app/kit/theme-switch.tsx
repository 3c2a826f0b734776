import { commonWords } from "#app/words/everyday.ts";
import { Icon, type IconName } from "./icon.tsx";
import { useWords } from "./words.tsx";

/** How the pages look: as the device says, or always light or dark. */
export type Theme = "system" | "light" | "dark";

const choices: readonly [Theme, IconName][] = [
  ["system", "device"],
  ["light", "sun"],
  ["dark", "moon"],
];

/** Light, dark, or as the device; a form to `/preferences` (give `action`), works without script. */
export function ThemeSwitch({ action, theme, backTo }: { action: string; theme: Theme; backTo: string }) {
  const w = useWords(commonWords);
  return (
    <form method="post" action={action} className="row" aria-label={w.theme}>
      <input type="hidden" name="redirectTo" value={backTo} />
      {choices.map(([value, icon]) => (
        <button
          type="submit"
          key={value}
          name="theme"
          value={value}
          className={value === theme ? "chip chip-on" : "chip"}
          aria-pressed={value === theme}
        >
          <Icon name={icon} />
          {w[value]}
        </button>
      ))}
    </form>
  );
}
