import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import type { PaymentClock } from "#app/domain/payments/news.server.ts";
import { env } from "#app/env.server.ts";
import { testPagesAt } from "#db/demo/payments/names.ts";
import { turnAway } from "./answers.ts";
import { guard } from "./guard.ts";
import { factsOf, nameRequest, safeHeaders } from "./headers.ts";
import { limitBody, limitInFlight } from "./limits.ts";
import { log, pathForLog } from "./log.ts";
import { metrics } from "./metrics.ts";
import { readiness } from "./readiness.ts";
import { throughRemix } from "./remix.ts";
import { testPayments } from "./test-payments.ts";

type House = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  databaseUrl: string;
  isStopping: () => boolean;
  /** How far the clock is from the payment house's; null where nobody is paid online. */
  paymentClock?: () => PaymentClock | null;
  /** The hot-reload server stands here in development; in production the built files do. */
  files?: RequestHandler;
};

/** The whole site as one Express application: health, files, guard and limits in front, Remix behind. */
export function siteOf(house: House) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", "loopback");
  app.set("query parser", "simple");

  const limits = limitInFlight();
  const measured = metrics({ token: env.METRICS_TOKEN, inFlight: limits.inFlight });
  const ready = readiness(house);
  const isDevelopment = house.files !== undefined;

  app.use(nameRequest);
  app.use(logRequests);
  app.use(measured.measure);
  app.use(safeHeaders({ isOverTls: env.APP_URL.startsWith("https:"), isDevelopment }));
  app.use((_request, response, next) => {
    if (house.isStopping()) response.set("Connection", "close");
    next();
  });
  app.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").type("text").send("alive");
  });
  app.get("/readyz", ready.tell);
  app.get("/metrics", measured.tell);
  app.use(house.files ?? builtFiles());
  app.use(guard({ appUrl: env.APP_URL, isAppUrlSaid: env.isAppUrlSaid }));
  app.use(limitBody);
  app.use(limits.handler);
  app.use(testPagesAt, testPayments);
  app.use(
    throughRemix({
      build: house.build,
      appUrl: env.APP_URL,
      mode: isDevelopment ? "development" : "production",
    }),
  );
  app.use(answerFault);
  return { app, close: ready.close };
}

const logRequests: RequestHandler = (request, response, next) => {
  if (!log.isLevelEnabled("debug")) return next();
  const startedAt = performance.now();
  response.once("close", () => {
    log.debug({
      requestId: factsOf(response).requestId,
      method: request.method,
      path: pathForLog(request.originalUrl),
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - startedAt),
    });
  });
  next();
};

const answerFault: ErrorRequestHandler = (error, request, response, _next) => {
  const { requestId } = factsOf(response);
  if (error instanceof URIError) {
    turnAway(request, response, 400, "bad_address", "That address cannot be read.");
    return;
  }
  log.error({ err: error, requestId, path: pathForLog(request.originalUrl) }, "fault");
  if (response.headersSent) response.destroy();
  else turnAway(request, response, 500, "fault", `Algo deu errado · Something went wrong (${requestId})`);
};

/** Built assets never change under their name; the few public files are known by name, so no other request touches the disk. */
function builtFiles(): RequestHandler {
  const root = join(process.cwd(), "build", "client");
  const files = express.Router();
  const named = new Set(
    existsSync(root)
      ? readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join("/"))
          .filter((path) => !path.startsWith("/assets/") && !path.startsWith("/."))
      : [],
  );
  const squeeze = compression();
  const assets = express.static(join(root, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false });
  const others = express.static(root, { maxAge: "1h", index: false, redirect: false });
  files.use("/assets", squeeze, assets, (request, response) =>
    turnAway(request, response, 404, "not_found", "Not found."),
  );
  files.use((request, response, next) => {
    if (!named.has(request.path)) return next();
    squeeze(request, response, () => others(request, response, next));
  });
  return files;
}
