import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

/** One thing the search found. */
export interface Found {
  group: string;
  label: string;
  detail?: string;
  href: string;
}

interface PaletteWords {
  label: string;
  short: string;
  nothing: string;
  hint: string;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One search over everything, by ⌘K or Ctrl K; `action` answers `{ results: Found[] }`. Without script it is a form to `fallback`. */
export function CommandPalette({
  action,
  fallback,
  screens,
  words,
}: {
  action: string;
  fallback: string;
  screens: readonly Found[];
  words: PaletteWords;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => {
    setAlive(true);
    const open = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      box.current?.showModal();
    };
    window.addEventListener("keydown", open);
    return () => window.removeEventListener("keydown", open);
  }, []);
  if (!isAlive) {
    return (
      <search className="w-full max-w-md">
        <form action={fallback} className="finder">
          <Icon name="search" />
          <input name="q" className="w-full bg-transparent" aria-label={words.label} placeholder={words.short} />
        </form>
      </search>
    );
  }
  return (
    <>
      <button type="button" className="finder" onClick={() => box.current?.showModal()} aria-label={words.label}>
        <Icon name="search" />
        <span className="truncate">{words.short}</span>
        <kbd className="max-lg:hidden">Ctrl K</kbd>
      </button>
      <dialog ref={box} className="finder-box" aria-label={words.label}>
        <Finder action={action} screens={screens} words={words} />
      </dialog>
    </>
  );
}

function useFound(action: string, screens: readonly Found[], wanted: string): Found[] {
  const [answers, setAnswers] = useState<Found[]>([]);
  useEffect(() => {
    if (wanted.trim().length < 2) return setAnswers([]);
    const stop = new AbortController();
    const wait = setTimeout(() => {
      fetch(`${action}?q=${encodeURIComponent(wanted)}`, {
        signal: stop.signal,
        headers: { Accept: "application/json" },
      })
        .then((answer) => (answer.ok ? answer.json() : { results: [] }))
        .then((said: { results: Found[] }) => setAnswers(said.results))
        .catch(() => undefined);
    }, 120);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [action, wanted]);
  return [...screens.filter((screen) => plain(screen.label).includes(plain(wanted.trim()))), ...answers];
}

function Finder({ action, screens, words }: { action: string; screens: readonly Found[]; words: PaletteWords }) {
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = useFound(action, screens, wanted);
  const at = Math.min(chosen, Math.max(0, found.length - 1));
  function onKey(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === "Enter" && found[at]) {
      event.preventDefault();
      window.location.assign(found[at].href);
    }
  }
  return (
    <>
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant={found.length > 0 ? `found-${at}` : undefined}
        aria-label={words.label}
        placeholder={words.label}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <div id="found" role="listbox" aria-label={words.label} tabIndex={-1}>
        {found.map((one, index) => (
          <a
            key={one.href + one.label}
            id={`found-${index}`}
            className="menu-item"
            role="option"
            aria-selected={index === at}
            href={one.href}
            tabIndex={-1}
          >
            <span className="min-w-0 flex-1 truncate">
              {one.label} {one.detail ? <span className="faint">{one.detail}</span> : null}
            </span>
            <span className="faint">{one.group}</span>
          </a>
        ))}
      </div>
      <p className="faint border-t border-line px-4 py-2">{found.length === 0 ? words.nothing : words.hint}</p>
    </>
  );
}
