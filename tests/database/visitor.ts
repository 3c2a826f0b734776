/** Somebody who talks to the site without a browser: keeps cookies, sends forms as our own pages do, follows nothing. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(readonly site: string) {}

  /** Opens a page. */
  open(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#ask(path, { headers });
  }

  /** Sends a form; a field may be named several times. */
  send(
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.#ask(path, { method: "POST", body, headers: { Origin: this.site, ...headers } });
  }

  /** Signs in through the form everybody uses; the demo password unless another is said. */
  async signIn(email: string, password = "carteira-demo"): Promise<this> {
    const answer = await this.send("/sign-in", { email, password });
    if (answer.status >= 400 || this.#cookies.size === 0) {
      throw new Error(`${email} could not sign in: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    }
    return this;
  }

  /** The cookies as a header, for those who ask in their own way. */
  cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("Cookie", this.cookie());
    const answer = await fetch(this.site + path, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split(/=(.*)/s);
      if (/max-age=0\b/i.test(line) || value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }
}
