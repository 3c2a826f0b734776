import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useCombobox } from "#app/kit/use-combobox.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { SuggestionList } from "./suggestion-list.tsx";
import type { SheetPage } from "./use-sheet.ts";
import { type Suggestion, useSuggestions } from "./use-suggestions.ts";

/** The line that is being typed: product, Enter, quantity, Enter, and the next. */
export function EntryLine({ page }: { page: SheetPage }) {
  const w = useWords(quickOrderWords);
  const product = useRef<HTMLInputElement>(null);
  const quantity = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState("");
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const found = useSuggestions(picked ? "" : wanted);
  const box = useCombobox("suggestions", picked ? null : found, pick);
  // What was typed before the page came to life stands in the field already.
  useEffect(() => setWanted(product.current?.value ?? ""), []);
  // Where there is a keyboard the hands can begin at once; on a phone it would only cover the page.
  useEffect(() => {
    const isUntouched = document.activeElement === document.body && window.scrollY === 0;
    if (isUntouched && matchMedia("(min-width: 64rem)").matches) product.current?.focus({ preventScroll: true });
  }, []);

  function pick(suggestion: Suggestion): void {
    setPicked(suggestion);
    setWanted(suggestion.sku);
    box.close();
    const field = quantity.current;
    if (!field) return;
    if (field.value === "") field.value = String(suggestion.least);
    field.focus();
    field.select();
  }

  function include(): void {
    const field = quantity.current;
    if (wanted.trim() === "" || !field) return;
    page.typed(wanted, field.value);
    field.value = "";
    setWanted("");
    setPicked(null);
    box.close();
    product.current?.focus();
  }

  function onProductKey(event: KeyboardEvent): void {
    if (box.tookKey(event) || event.key !== "Enter") return;
    event.preventDefault();
    if (wanted.trim() !== "") quantity.current?.focus();
  }

  /** A whole list pasted into the line is read as one. */
  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData("text");
    const list = page.form.current?.elements.namedItem("text");
    if (!/[\n\t]/.test(text.trim()) || !(list instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    list.value = text;
    page.ask("read");
  }

  return (
    <div className="entry-line">
      <div className="field relative">
        <label className="label" htmlFor="line-wanted">
          {w.product}
        </label>
        <input
          ref={product}
          id="line-wanted"
          name="line.0.wanted"
          className="input"
          type="text"
          {...box.field}
          aria-describedby="line-wanted-help"
          placeholder={w.productHint}
          maxLength={200}
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value);
            setPicked(null);
            box.open();
          }}
          onKeyDown={onProductKey}
          onPaste={onPaste}
          onBlur={box.close}
        />
        <SuggestionList found={box.shown} active={box.active} idOf={box.idOf} pick={pick} />
      </div>
      <div className="field">
        <label className="label" htmlFor="line-quantity">
          {w.quantity}
        </label>
        <input
          ref={quantity}
          id="line-quantity"
          name="line.0.quantity"
          className="input text-right tabular-nums"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            include();
          }}
        />
      </div>
      <button
        type="submit"
        name="act"
        value="show"
        className="btn"
        onClick={(event) => {
          event.preventDefault();
          include();
        }}
      >
        {w.include}
      </button>
      <p className="help" id="line-wanted-help">
        {picked ? <Picked product={picked} /> : <span className="max-sm:hidden">{w.productHelp}</span>}
      </p>
    </div>
  );
}

function Picked({ product }: { product: Suggestion }) {
  const w = useWords(quickOrderWords);
  const locale = useLocale();
  return (
    <>
      <strong className="font-medium text-ink">{product.name}</strong>
      {` · ${w.perUnit(formatUnitPrice(product.unitPriceE4, locale), product.unit)}`}
      {product.packMultiple > 1 ? ` · ${w.packs(formatNumber(product.packMultiple, locale), product.unit)}` : null}
    </>
  );
}
