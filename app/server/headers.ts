import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** What the process knows about one request beside the request itself. */
export type RequestFacts = { nonce: string; requestId: string };

/** The facts `nameRequest` wrote down for this request. */
export function factsOf(response: Response): RequestFacts {
  return response.locals as RequestFacts;
}

/** Gives every request its id and the one-time word for its inline scripts. */
export const nameRequest: RequestHandler = (_request, response, next) => {
  Object.assign(response.locals, {
    nonce: randomUUID(),
    requestId: randomUUID(),
  } satisfies RequestFacts);
  response.setHeader("X-Request-Id", factsOf(response).requestId);
  next();
};

/** The headers that keep a page to its own scripts, frames and address. `isDevelopment` opens the socket of hot reload. */
export function safeHeaders(house: { isOverTls: boolean; isDevelopment: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'", (_request, response) => `'nonce-${factsOf(response as Response).nonce}'`],
        "style-src": house.isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        // Bars and curves carry their size in a style attribute; a style attribute cannot run anything.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": house.isDevelopment ? ["'self'", "ws:"] : ["'self'"],
        "form-action": ["'self'", "https://checkout.stripe.com"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    strictTransportSecurity: house.isOverTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}
