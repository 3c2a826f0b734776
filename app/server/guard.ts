import type { RequestHandler } from "express";
import { turnAway } from "./answers.ts";

type House = { appUrl: string; isAppUrlSaid: boolean };

const reading = new Set(["GET", "HEAD", "OPTIONS"]);
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Machines prove themselves by signature or bearer token and carry no cookie, so no foreign page can borrow their rights. */
function isMachine(path: string): boolean {
  return path === "/webhooks/stripe" || path.startsWith("/api/v1/") || path === "/api/v1";
}

/**
 * Stands in front of every route: what changes something must come from our own pages, the back doors of older Remix versions
 * do not exist, and neither does an address with a character no text of ours can hold.
 */
export function guard(house: House): RequestHandler {
  return (request, response, next) => {
    if (request.originalUrl.includes("%00")) {
      turnAway(request, response, 404, "not_found", "Not found.");
    } else if ("_data" in request.query || request.path === "/__manifest") {
      turnAway(request, response, 404, "not_found", "Not found.");
    } else if (reading.has(request.method) || isMachine(request.path) || isOurOwn(house, request.headers)) {
      next();
    } else {
      turnAway(request, response, 403, "foreign_origin", "This form was not sent from our own pages.");
    }
  };
}

function isOurOwn(house: House, headers: { "sec-fetch-site"?: unknown; origin?: string }): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.origin !== undefined && isOurAddress(house, headers.origin);
}

/** Without APP_URL the shop runs on this machine only, whose names are all the same place. */
function isOurAddress(house: House, origin: string): boolean {
  if (origin === house.appUrl) return true;
  if (house.isAppUrlSaid || !URL.canParse(origin)) return false;
  const [said, ours] = [new URL(origin), new URL(house.appUrl)];
  return (
    said.protocol === ours.protocol &&
    said.port === ours.port &&
    loopback.has(said.hostname) &&
    loopback.has(ours.hostname)
  );
}
