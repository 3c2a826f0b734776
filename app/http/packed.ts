/** A value of a page written as one text, and what it holds. */
export type Packed<Value> = string & { readonly holds?: Value };

/**
 * Writes a list as one text. Remix's stream takes what a loader says apart, field by field: a shelf of 24 products was a tenth of the
 * work of an answer. Only for what JSON can say.
 */
export const packed = <Value>(value: Value): Packed<Value> => JSON.stringify(value);

/** The list a text holds. */
export const unpacked = <Value>(text: Packed<Value>): Value => JSON.parse(text) as Value;
