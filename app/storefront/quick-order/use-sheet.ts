import { useActionData, useNavigate, useRevalidator } from "@remix-run/react";
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Sheet } from "#app/domain/carts/quick-order.ts";
import type { action } from "./quick-order.tsx";
import { answerTo, type TypedLine } from "./sheet-answer.ts";

/** What the pieces of the page need of it. */
export interface SheetPage {
  sheet: Sheet;
  form: RefObject<HTMLFormElement>;
  /** Lines the server has not seen yet. */
  waiting: TypedLine[];
  /** True while the last question has found no answer. */
  hasFailed: boolean;
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

function emptied(form: HTMLFormElement): void {
  for (const name of ["text", "file"]) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = "";
  }
}

/** Where the hands go on after an answer: to the line that changed, else to the next line. */
function goOn(form: HTMLFormElement, act: string): void {
  const [kind = "", row] = act.split(":");
  const isOver = kind === "remove" || kind === "cart" || kind === "clear";
  if (isOver || row) form.querySelector<HTMLElement>(isOver ? "#line-wanted" : `#row-${row}`)?.focus();
}

/**
 * The page without leaving it: one question at a time is on its way with the whole form, the others wait, so that no line and no
 * change is lost however fast somebody types. Where no answer comes everything stays as it stands. Without JavaScript the same
 * form is simply sent.
 */
export function useSheet(loaded: Sheet): SheetPage {
  const answered = useActionData<typeof action>();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const form = useRef<HTMLFormElement>(null);
  const acts = useRef<string[]>([]);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const keys = useRef(0);
  const [sheet, setSheet] = useState<Sheet>(isSheet(answered) ? answered : loaded);
  const [waiting, setWaiting] = useState<TypedLine[]>([]);
  const [hasFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const asked = useRef<string | null>(null);
  const done = useRef<string | null>(null);

  const ask = useCallback((act: string) => {
    // A double click puts the list into the cart once, and says so once.
    if (act === "cart" && (asked.current === act || acts.current.includes(act))) return;
    acts.current.push(act);
    setTurn((before) => before + 1);
  }, []);
  const askSoon = useCallback(() => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => ask("show"), pauseMs);
  }, [ask]);

  // After the answer has been drawn, and before the next question.
  useEffect(() => {
    const act = done.current;
    if (act === null || !form.current) return;
    done.current = null;
    if (act === "read" && !sheet.textReason) emptied(form.current);
    goOn(form.current, act);
  }, [sheet]);

  useEffect(() => {
    if (turn === 0 || isBusy || !form.current) return;
    const act = acts.current.shift();
    if (act === undefined) return;
    clearTimeout(pause.current);
    setBusy(true);
    asked.current = act;
    answerTo(form.current, act, waiting).then((answer) => {
      asked.current = null;
      setBusy(false);
      setFailed(answer === null);
      if (answer === null) {
        acts.current = [];
      } else if ("goTo" in answer) {
        navigate(answer.goTo);
      } else {
        done.current = act;
        setSheet(answer.sheet);
        setWaiting((lines) => lines.slice(waiting.length));
        if (answer.sheet.added) revalidate();
      }
    });
  }, [isBusy, turn, waiting, navigate, revalidate]);

  return {
    sheet,
    form,
    waiting,
    hasFailed,
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
