import type { RequestHandler } from "express";
import { answerUnavailable, turnAway } from "./answers.ts";

const megabyte = 1024 * 1024;
const mostInFlight = 200;

/** How much one request may carry: files only where files are taken in. */
function mostBytes(path: string): number {
  if (path.startsWith("/office/imports")) return 64 * megabyte;
  if (path.startsWith("/office/settings") || path.startsWith("/office/price-tables")) return 16 * megabyte;
  if (path.startsWith("/quick-order")) return 16 * megabyte;
  if (path.startsWith("/webhooks/")) return megabyte / 2;
  if (path.startsWith("/api/")) return 8 * megabyte;
  return megabyte;
}

/** Refuses a body that is too large, or that does not say how large it is, before reading it. */
export const limitBody: RequestHandler = (request, response, next) => {
  if ("transfer-encoding" in request.headers) {
    turnAway(request, response, 411, "length_required", "Say how long the body is (Content-Length).");
  } else if (Number(request.headers["content-length"] ?? 0) > mostBytes(request.path)) {
    response.set("Connection", "close");
    turnAway(request, response, 413, "too_large", "That is too large to be taken in.");
  } else {
    next();
  }
};

/** Answers 503 at once when too many requests are being worked on, so that those in work are finished. */
export function limitInFlight(): { handler: RequestHandler; inFlight: () => number } {
  let count = 0;
  return {
    inFlight: () => count,
    handler: (request, response, next) => {
      if (count >= mostInFlight) {
        answerUnavailable(request, response);
        return;
      }
      count++;
      response.once("close", () => {
        count--;
      });
      next();
    },
  };
}
