import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerApi, type Books } from "./api.ts";
import { inMemory, type Keeping } from "./keeping.server.ts";
import { testKey, testPagesAt } from "./names.ts";
import { answerPage } from "./pages.ts";
import { newEvent, tell } from "./telling.ts";
import type { Charge, Intent, Session, Thing } from "./things.ts";
import { type Answer, type Call, callOf, send } from "./wire.ts";

/** What may come between a question and its answer; gone means that nobody ever answers, a moment what its clock says. */
export type Meddling = "silent" | "broken" | "gone after" | { afterMs: number } | { saysAt: Date } | { answer: Answer };

/** How the payment house is opened. */
export interface Opening {
  webhookSecret: string;
  /** Where its pages are reached by a browser. */
  publicUrl?: string;
  /** Where it tells what happened; null tells nobody. */
  hook: string | null;
  keeping?: Keeping;
  clock?: () => Date;
  /** For tests: what goes wrong with a question. */
  meddle?: (call: Call) => Meddling | null;
}

/** A payment house that stands in for the real one: it speaks the same wire, and no money moves. */
export interface PaymentHouse {
  url: string;
  books: Books;
  /** Everything it was asked, in order. */
  asked: Call[];
  /** Opens or closes its mouth: while null it tells nothing. */
  tellTo(hook: string | null): void;
  stop(): Promise<void>;
}

/** Opens it at a free port of this machine. */
export async function openPaymentHouse(opening: Opening): Promise<PaymentHouse> {
  const clock = opening.clock ?? (() => new Date());
  const keeping = opening.keeping ?? inMemory();
  const asked: Call[] = [];
  let hook = opening.hook;
  const server = createServer(async (request, response) => {
    const call = await callOf(request);
    asked.push(call);
    const isPage = call.path.startsWith(testPagesAt);
    const said = isPage ? null : (opening.meddle?.(call) ?? null);
    if (said === "silent") return;
    if (said === "broken") {
      request.socket.destroy();
      return;
    }
    const meddling = typeof said === "string" ? null : said;
    if (meddling && "answer" in meddling) return send(response, meddling.answer);
    if (!isPage && request.headers.authorization !== `Bearer ${testKey}`) {
      const error = { type: "invalid_request_error", message: "Invalid API Key provided." };
      return send(response, { status: 401, body: { error } });
    }
    if (meddling && "afterMs" in meddling) await new Promise((go) => setTimeout(go, meddling.afterMs));
    if (meddling && "saysAt" in meddling) response.setHeader("Date", meddling.saysAt.toUTCString());
    const answer = isPage ? await answerPage(call, books) : await answerApi(call, books);
    if (said === "gone after") {
      request.socket.destroy();
      return;
    }
    send(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const known = await keeping.all();
  const named = <T extends Thing>(object: T["object"]) =>
    new Map(known.filter((one): one is T => one.object === object).map((one) => [one.id, one]));
  const books: Books = {
    sessions: named<Session>("checkout.session"),
    intents: named<Intent>("payment_intent"),
    charges: named<Charge>("charge"),
    replies: new Map(),
    pages: (opening.publicUrl ?? url) + testPagesAt,
    clock,
    async keep(thing) {
      if (thing.object === "checkout.session") books.sessions.set(thing.id, thing);
      else if (thing.object === "payment_intent") books.intents.set(thing.id, thing);
      else books.charges.set(thing.id, thing);
      await keeping.keep(thing);
    },
    tell(type, object) {
      if (hook) tell(hook, opening.webhookSecret, newEvent(type, object, clock()), clock).catch(() => {});
    },
  };
  return {
    url,
    books,
    asked,
    tellTo(to) {
      hook = to;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await keeping.close();
    },
  };
}
