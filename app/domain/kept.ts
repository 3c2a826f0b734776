/**
 * A reading that is asked for far more often than it changes. It is given as it is while it is fresh; past that the old one is
 * still given while the new one is read, up to a limit; past that everybody waits for the new one.
 */
export class Kept<Value> {
  #value: { is: Promise<Value>; readAt: number } | null = null;
  #coming: Promise<Value> | null = null;

  constructor(
    private readonly read: () => PromiseLike<Value>,
    private readonly limits: { freshMs: number; usableMs: number },
  ) {}

  /** The reading, read anew where it has to be. */
  now(): Promise<Value> {
    const age = this.#value ? performance.now() - this.#value.readAt : Number.POSITIVE_INFINITY;
    if (this.#value && age < this.limits.freshMs) return this.#value.is;
    const coming = this.#coming ?? this.#ask();
    return this.#value && age < this.limits.usableMs ? this.#value.is : coming;
  }

  /** Reads it anew at the next question. */
  forget(): void {
    this.#value = null;
    this.#coming = null;
  }

  #ask(): Promise<Value> {
    const readAt = performance.now();
    // A query of Drizzle is no promise but asks again whenever somebody waits for it.
    const asked = Promise.resolve(this.read());
    this.#coming = asked;
    asked.then(
      () => {
        if (this.#coming !== asked) return;
        this.#value = { is: asked, readAt };
        this.#coming = null;
      },
      () => {
        if (this.#coming === asked) this.#coming = null;
      },
    );
    return asked;
  }
}
