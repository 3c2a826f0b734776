import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Response as Answer, Request as Asked, RequestHandler } from "express";
import { isDatabaseGone } from "#db/errors.ts";
import { answerUnavailable, turnAway } from "./answers.ts";
import { factsOf } from "./headers.ts";
import { log, pathForLog } from "./log.ts";
import { narrowedHandler } from "./narrowing.ts";

const zip = promisify(gzip);
const ours = new Set(["x-carteira-request", "x-forwarded-host", "origin", "host"]);
const sentWhole = /^application\/(x-www-form-urlencoded|json)\b/i;
const isApi = /^\/api\//;
const notThisWay = ["method_not_allowed", "This address does not take that method."] as const;
const faulty = ["fault", "Something went wrong on our side; it has been noted."] as const;
const whole = /^(text\/html|text\/x-script|application\/(problem\+)?json|image\/svg)/;

/**
 * Hands requests to Remix and its answers back, each page as one compressed buffer. A fault is logged once; when it was the
 * database that could not be reached, people get the static page that says so instead.
 */
export function throughRemix(house: {
  build: ServerBuild | (() => Promise<ServerBuild>);
  appUrl: string;
  mode: string;
}): RequestHandler {
  const answerTo =
    typeof house.build === "function"
      ? createRequestHandler(house.build, house.mode)
      : narrowedHandler(house.build, house.mode);
  return async (asked, answer, next) => {
    let isGone = false;
    const { nonce, requestId } = factsOf(answer);
    const context: AppLoadContext = {
      nonce,
      requestId,
      clientAddress: asked.ip ?? "",
      report(error) {
        if (asked.destroyed && answer.destroyed) return;
        if (isDatabaseGone(error)) isGone = true;
        log.error({ err: error, requestId, method: asked.method, path: pathForLog(asked.originalUrl) }, "fault");
      },
    };
    try {
      const said = await answerTo(await requestFor(house, asked, answer), context);
      if (isGone) answerUnavailable(asked, answer);
      else if (isApi.test(asked.path) && said.status >= 400 && !said.headers.get("Content-Type")?.includes("json")) {
        const [code, sentence] = said.status === 405 ? notThisWay : faulty;
        turnAway(asked, answer, said.status, code, sentence);
      } else await send(asked, answer, said, context.drawn);
    } catch (error) {
      // A reader who leaves while their form is read is no fault.
      if (!asked.destroyed || !answer.destroyed) next(error);
    }
  };
}

/** The address of the request is ours, never the one the request claims. */
async function requestFor(house: { appUrl: string }, asked: Asked, answer: Answer): Promise<Request> {
  const address = house.appUrl + (asked.originalUrl.startsWith("/") ? asked.originalUrl : "/");
  // Remix hands each loader a copy of the request; by this, and only from here, the doors know the copies of one page.
  const headers: [string, string][] = [["x-carteira-request", factsOf(answer).requestId]];
  for (const [name, value] of Object.entries(asked.headers)) {
    // The guard has judged where this came from; Remix would judge again by names that a proxy may have changed.
    if (value === undefined || ours.has(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.push([name, one]);
  }
  const { method } = asked;
  if (method === "GET" || method === "HEAD") return new Request(address, { method, headers });
  if (sentWhole.test(asked.headers["content-type"] ?? "")) {
    return new Request(address, { method, headers, body: await text(asked) });
  }
  return new Request(address, { method, headers, body: Readable.toWeb(asked) as ReadableStream, duplex: "half" });
}

async function send(asked: Asked, answer: Answer, said: Response, drawn: string | undefined): Promise<void> {
  answer.status(said.status);
  for (const [name, value] of said.headers) if (name !== "set-cookie") answer.setHeader(name, value);
  const cookies = said.headers.getSetCookie();
  if (cookies.length > 0) answer.setHeader("Set-Cookie", cookies);
  const type = said.headers.get("Content-Type") ?? "";
  const isPage = /^text\/(html|x-script)/.test(type);
  // What a signed-in person sees belongs to them alone; only a file that says so itself may be kept by others.
  if (isPage || cookies.length > 0 || !said.headers.has("Cache-Control")) {
    answer.setHeader("Cache-Control", "private, no-store");
  }
  if (drawn !== undefined) {
    await sendWhole(asked, answer, Buffer.from(drawn));
  } else if (!said.body) {
    answer.end();
  } else if (whole.test(type)) {
    await sendWhole(asked, answer, Buffer.from(await said.arrayBuffer()));
  } else {
    await sendPiecemeal(answer, said.body);
  }
}

async function sendWhole(asked: Asked, answer: Answer, body: Buffer): Promise<void> {
  const takesGzip = /\bgzip\b/.test(String(asked.headers["accept-encoding"] ?? ""));
  answer.setHeader("Vary", "Accept-Encoding");
  if (!takesGzip || body.length < 1024 || answer.hasHeader("Content-Encoding")) {
    answer.setHeader("Content-Length", body.length);
    answer.end(body);
    return;
  }
  const small = await zip(body, { level: 4 });
  answer.setHeader("Content-Encoding", "gzip");
  answer.setHeader("Content-Length", small.length);
  answer.end(small);
}

async function sendPiecemeal(answer: Answer, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (answer.destroyed) return reader.cancel();
    if (!answer.write(piece.value)) {
      await new Promise<void>((resolve) => {
        const goOn = () => {
          answer.off("drain", goOn).off("close", goOn);
          resolve();
        };
        answer.once("drain", goOn).once("close", goOn);
      });
    }
  }
  answer.end();
}
