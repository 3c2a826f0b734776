/** A password has at least this many characters, and no other rule. */
export const passwordLeast = 10;

/** Longer ones are not taken in. */
export const passwordMost = 200;
