import { inBoth } from "./locale.ts";

/** The words of an address, wherever one is typed. */
export const addressWords = inBoth(
  {
    label: "Como chamar",
    labelHelp: "Por exemplo, Loja ou Depósito.",
    postalCode: "CEP",
    street: "Rua",
    number: "Número",
    complement: "Complemento",
    district: "Bairro",
    city: "Cidade",
    uf: "UF",
    find: "Buscar",
    findLong: "Buscar o endereço deste CEP",
    looking: "Buscando o endereço…",
    found: (place: string) => `${place}. Confira e diga o número.`,
    unknown: "Não achamos este CEP. Confira ou preencha o endereço à mão.",
    silent: "A busca de CEP não respondeu. Preencha o endereço à mão.",
  },
  {
    label: "What to call it",
    labelHelp: "For example Shop or Warehouse.",
    postalCode: "Postal code (CEP)",
    street: "Street",
    number: "Number",
    complement: "Complement",
    district: "District",
    city: "City",
    uf: "State",
    find: "Find",
    findLong: "Find the address of this postal code",
    looking: "Looking the address up…",
    found: (place) => `${place}. Check it and add the number.`,
    unknown: "We did not find this postal code. Check it, or type the address by hand.",
    silent: "The look-up did not answer. Type the address by hand.",
  },
);
