import type { RequestHandler } from "express";
import { env } from "#app/env.server.ts";
import { testKey, testPagesAt } from "#db/demo/payments/names.ts";

/** Whether payments are tried here instead of made: in the demo only, with the demo's own key, on this machine. */
export const isTryingPayments = (): boolean =>
  env.DEMO === true &&
  env.STRIPE_SECRET_KEY === testKey &&
  env.STRIPE_API_BASE !== undefined &&
  new URL(env.STRIPE_API_BASE).hostname === "127.0.0.1";

/** Shows the pages of the demo's payment house on the shop's own address, so that a browser reaches them wherever it is. */
export const testPayments: RequestHandler = async (request, response, next) => {
  if (!isTryingPayments()) return next();
  try {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const answer = await fetch(`${env.STRIPE_API_BASE}${testPagesAt}${request.url}`, {
      method: request.method,
      redirect: "manual",
      ...(pieces.length > 0 && {
        body: Buffer.concat(pieces),
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      }),
    });
    const to = answer.headers.get("Location");
    response.status(answer.status).set("Cache-Control", "no-store");
    if (to) response.set("Location", to);
    response.type(answer.headers.get("Content-Type") ?? "text").send(await answer.text());
  } catch (error) {
    next(error);
  }
};
