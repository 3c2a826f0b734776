import type { RefusalDetails } from "#app/domain/refusal.ts";
import { inBoth } from "./locale.ts";
import { count } from "./refusal-details.ts";

const isFew = ({ more }: RefusalDetails): boolean => Number(more ?? 0) === 0;

/** Why the words of a field name nothing for certain, with what they may mean. */
export const choiceRefusals = {
  "pt-BR": {
    choice_unknown: (d: RefusalDetails) =>
      d.candidates
        ? `Não encontramos “${d.said}” com este nome exato. O mais parecido: ${d.candidates}${isFew(d) ? "" : ` e mais ${count(d.more, "pt-BR")}`}.`
        : `Não encontramos “${d.said}”. Escreva o nome ou o código como está no cadastro.`,
    choice_ambiguous: (d: RefusalDetails) =>
      `Há mais de um cadastro com o nome “${d.said}”: ${d.candidates}${isFew(d) ? "" : ` e mais ${count(d.more, "pt-BR")}`}. Escreva também o código.`,
  },
  en: {
    choice_unknown: (d: RefusalDetails) =>
      d.candidates
        ? `We did not find “${d.said}” under exactly this name. The closest: ${d.candidates}${isFew(d) ? "" : ` and ${count(d.more, "en")} more`}.`
        : `We did not find “${d.said}”. Write the name or the code as it was registered.`,
    choice_ambiguous: (d: RefusalDetails) =>
      `More than one is called “${d.said}”: ${d.candidates}${isFew(d) ? "" : ` and ${count(d.more, "en")} more`}. Write the code, too.`,
  },
};

/** What a field says of the list under it. */
export const pickerWords = inBoth(
  {
    found: (shown: string) => (shown === "1" ? "1 opção" : `${shown} opções`),
    nothing: "Nada com este nome ou código.",
    narrow: "Procurar na lista",
  },
  {
    found: (shown) => (shown === "1" ? "1 option" : `${shown} options`),
    nothing: "Nothing with this name or code.",
    narrow: "Look in the list",
  },
);
