import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Counts and times every request of this process, and tells it to this machine or to who holds the token. */
export function metrics(house: { token: string | undefined; inFlight: () => number }) {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the first byte of a request to the last of its answer",
    labelNames: ["method", "status", "side"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  new Gauge({
    name: "http_requests_in_flight",
    help: "Requests being worked on",
    registers: [register],
    collect() {
      this.set(house.inFlight());
    },
  });

  const measure: RequestHandler = (request, response, next) => {
    const end = seconds.startTimer({ method: request.method, side: sideOf(request.path) });
    response.once("close", () => end({ status: String(response.statusCode) }));
    next();
  };

  const tell: RequestHandler = async (request, response) => {
    const isHere = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
    const isForwarded = "x-forwarded-for" in request.headers || "forwarded" in request.headers;
    const holdsToken = house.token !== undefined && request.headers.authorization === `Bearer ${house.token}`;
    if (holdsToken || (isHere && !isForwarded)) {
      response.type(register.contentType).send(await register.metrics());
    } else {
      response.status(404).type("text").send("Not found.");
    }
  };
  return { measure, tell };
}

function sideOf(path: string): string {
  if (path.startsWith("/office")) return "office";
  if (path.startsWith("/api") || path.startsWith("/webhooks")) return "machine";
  if (path.startsWith("/assets")) return "asset";
  return "storefront";
}
