import { type InputHTMLAttributes, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { mostSaid } from "#app/domain/choices/choice.ts";
import type { RefusalCode } from "#app/domain/refusal.ts";
import { pickerWords } from "#app/words/choices.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { reasonAbout, typedOr } from "./answered.ts";
import { type FieldFrame, Labelled } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { ListOption, OptionList } from "./option-list.tsx";
import { useCombobox } from "./use-combobox.ts";
import { type PickerOption, useOptionPages } from "./use-option-pages.ts";
import { useLocale, useWords } from "./words.tsx";

const noChoice: PickerOption = { id: 0, code: "", said: "", name: "", detail: null };

/** So many options before the last one in sight the next page is asked for. */
const early = 5;

/**
 * A choice among what may be thousands, by name or code. It is a field of text that the server understands (`chosenBy`); with script the
 * options come under it page by page from `source`, which answers an `OptionPage`. `empty` names the choice of none, and stands in
 * the field while there is one, unless `hint` does.
 */
export function Picker({
  name,
  label,
  help,
  optional,
  answer,
  id = name,
  value,
  source,
  empty,
  hint = empty,
  ...rest
}: FieldFrame &
  Pick<InputHTMLAttributes<HTMLInputElement>, "required"> & {
    value?: string | null;
    source: string;
    empty?: string;
    hint?: string;
  }) {
  const w = useWords(pickerWords);
  const sentences = useWords(refusalWords);
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const { read, more } = useOptionPages(source, wanted);
  const isAnswered = read !== null && read.q === wanted;
  const none = empty !== undefined && isAnswered && wanted === "" ? [{ ...noChoice, name: empty }] : [];
  // Until the answer to these words is there, an empty list says nothing.
  const options = read && (isAnswered || read.options.length > 0) ? [...none, ...read.options] : null;
  const list = `${id}-options`;
  const box = useCombobox<PickerOption>(list, options, pick);
  const isNearEnd = options !== null && box.active >= options.length - early;
  const reason = reasonAbout(answer, name);

  useEffect(() => {
    if (isNearEnd) more();
  });

  function pick(option: PickerOption): void {
    if (field.current) field.current.value = option.said;
    setWanted("");
    box.close();
  }

  function onKey(event: KeyboardEvent): void {
    const isUndecided = event.key === "Enter" && box.shown !== null && box.active < 0;
    const [only] = options?.length === 1 && isAnswered ? options : [];
    if (isUndecided && only) pick(only);
    // The form is not sent over a list that is still being looked for.
    if (isUndecided && (only || !isAnswered)) event.preventDefault();
    else if (!box.tookKey(event) && event.key === "ArrowDown") box.open();
  }

  return (
    <Labelled
      frame={{
        name,
        label,
        help,
        optional,
        answer,
        id,
        problem: reason && sentences[reason.code as RefusalCode](reason.details),
      }}
    >
      {(control) => (
        <div className="picker">
          <input
            ref={field}
            type="text"
            className="input"
            defaultValue={typedOr(answer, name, value)}
            placeholder={hint}
            maxLength={mostSaid}
            spellCheck={false}
            {...rest}
            {...control}
            {...box.field}
            onFocus={(event) => {
              event.target.select();
              setWanted("");
            }}
            onClick={box.open}
            onInput={(event) => {
              setWanted(event.currentTarget.value.trim());
              box.open();
            }}
            onKeyDown={onKey}
            onBlur={box.close}
          />
          {"role" in box.field ? <Icon name="down" /> : null}
          <OptionList
            id={list}
            label={typeof label === "string" ? label : name}
            isOpen={box.shown !== null}
            status={box.shown && isAnswered ? w.found(formatNumber(read.total, locale)) : ""}
            onEnd={more}
          >
            {box.shown?.map((option, at) => (
              <ListOption key={option.id} id={box.idOf(at)} isActive={at === box.active} pick={() => pick(option)}>
                <span className="picker-option">
                  <span className={option.said === "" ? "text-muted" : undefined}>{option.name}</span>
                  {option.detail ? <span className="faint">{option.detail}</span> : null}
                </span>
              </ListOption>
            ))}
            {box.shown?.length === 0 ? <p className="px-2.5 py-2 text-sm text-muted">{w.nothing}</p> : null}
          </OptionList>
        </div>
      )}
    </Labelled>
  );
}
