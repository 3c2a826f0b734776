import { useActionData, useFetcher } from "@remix-run/react";
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Sheet } from "#app/domain/carts/quick-order.ts";
import { paths } from "#app/paths.ts";
import type { action } from "./quick-order.tsx";

/** The page of a quick order as the browser has it. */
export type ShownSheet = Sheet;

/** A line that was typed and is not answered yet. */
export interface TypedLine {
  key: number;
  wanted: string;
  quantity: string;
}

/** What the pieces of the page need of it. */
export interface SheetPage {
  sheet: ShownSheet;
  form: RefObject<HTMLFormElement>;
  /** Lines the server has not seen yet. */
  waiting: TypedLine[];
  isBusy: boolean;
  submitted: (event: FormEvent<HTMLFormElement>) => void;
  /** Adds a line; the next one can be typed at once. */
  typed: (wanted: string, quantity: string) => void;
  /** Asks for something now, or as soon as the last answer is there. */
  ask: (act: string) => void;
  /** The same after a pause in typing. */
  askSoon: () => void;
}

const pauseMs = 500;

const isSheet = (answer: unknown): answer is Sheet => typeof answer === "object" && answer !== null && "rows" in answer;

/** The fields a half-written list stands in; they are sent only when they are meant. */
const writing = ["text", "file", "line.0.wanted", "line.0.quantity"];

function bodyOf(form: HTMLFormElement, act: string, lines: TypedLine[]): FormData {
  const body = new FormData(form);
  if (act !== "read") for (const name of writing) body.delete(name);
  else for (const name of writing.slice(2)) body.delete(name);
  lines.forEach(({ wanted, quantity }, at) => {
    body.set(`line.${at}.wanted`, wanted);
    body.set(`line.${at}.quantity`, quantity);
  });
  body.set("act", act);
  return body;
}

function emptied(form: HTMLFormElement): void {
  for (const name of ["text", "file"]) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = "";
  }
}

/** Where the hands go on after an answer: to the line that changed, else to the next line. */
function goOn(form: HTMLFormElement, act: string): void {
  const [kind, row] = act.split(":");
  const id = kind === "remove" || kind === "cart" || kind === "clear" ? "line-wanted" : `row-${row}`;
  if (row || kind === "cart" || kind === "clear") form.querySelector<HTMLElement>(`#${id}`)?.focus();
}

/**
 * The page without leaving it: one question at a time is on its way with the whole form, the others wait, so that no line and no
 * change is lost however fast somebody types. Without JavaScript the same form is simply sent.
 */
export function useSheet(loaded: Sheet): SheetPage {
  const answered = useActionData<typeof action>();
  const fetcher = useFetcher<typeof action>({ key: "quick-order" });
  const form = useRef<HTMLFormElement>(null);
  const acts = useRef<string[]>([]);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const sent = useRef<{ act: string; lines: number } | null>(null);
  const keys = useRef(0);
  const [waiting, setWaiting] = useState<TypedLine[]>([]);
  const [turn, setTurn] = useState(0);
  const last = useRef<Sheet>(isSheet(answered) ? answered : loaded);
  if (isSheet(fetcher.data)) last.current = fetcher.data;

  const ask = useCallback((act: string) => {
    acts.current.push(act);
    setTurn((before) => before + 1);
  }, []);
  const askSoon = useCallback(() => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => ask("show"), pauseMs);
  }, [ask]);

  const { data, state, submit } = fetcher;
  useEffect(() => {
    const done = sent.current;
    if (!data || !done || !form.current) return;
    sent.current = null;
    if (!isSheet(data)) return;
    setWaiting((lines) => lines.slice(done.lines));
    if (done.act === "read" && !data.textReason) emptied(form.current);
    goOn(form.current, done.act);
  }, [data]);

  useEffect(() => {
    if (turn === 0 || state !== "idle" || sent.current || !form.current) return;
    const act = acts.current.shift();
    if (act === undefined) return;
    clearTimeout(pause.current);
    sent.current = { act, lines: waiting.length };
    submit(bodyOf(form.current, act, waiting), {
      method: "post",
      action: paths.quickOrder(),
      encType: "multipart/form-data",
    });
  }, [submit, state, turn, waiting]);

  return {
    sheet: last.current,
    form,
    waiting,
    isBusy: state !== "idle",
    submitted(event) {
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      ask(submitter instanceof HTMLButtonElement && submitter.name === "act" ? submitter.value : "show");
    },
    typed(wanted, quantity) {
      setWaiting((lines) => [...lines, { key: ++keys.current, wanted, quantity }]);
      ask("show");
    },
    ask,
    askSoon,
  };
}
