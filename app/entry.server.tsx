import { PassThrough } from "node:stream";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/kit/nonce.ts";

export { keepHouse } from "#app/access/housekeeping.server.ts";
export { closeConnections } from "#db/connection.server.ts";

/** How long a page may take to draw before it is given up. */
export const streamTimeout = 10_000;

/** Notes every fault of a loader or an action once; a request the reader has left is none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  (context as AppLoadContext).report(error);
};

/** Draws the whole page into one buffer: nothing is deferred, and one write is cheaper than many. */
export default function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let shownStatus = status;
    const giveUp = setTimeout(() => abort(new Error("The page took too long to draw.")), streamTimeout);
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          clearTimeout(giveUp);
          const pieces: Buffer[] = [];
          const page = new PassThrough();
          page.on("data", (piece: Buffer) => pieces.push(piece));
          page.on("end", () => {
            headers.set("Content-Type", "text/html; charset=utf-8");
            resolve(new Response(Buffer.concat(pieces), { status: shownStatus, headers }));
          });
          pipe(page);
        },
        onShellError: (error) => {
          clearTimeout(giveUp);
          reject(error);
        },
        onError(error) {
          shownStatus = 500;
          context.report(error);
        },
      },
    );
  });
}
