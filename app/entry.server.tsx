import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { NonceContext } from "#app/kit/nonce.ts";

export { keepHouse } from "#app/access/housekeeping.server.ts";
export { paymentClock } from "#app/domain/payments/news.server.ts";
export { closeConnections } from "#db/connection.server.ts";

/** How long an answer waits for what its loaders deferred: nothing. Remix keeps a timer, and all it holds, for so long after each. */
export const streamTimeout = 0;

/** Notes every fault of a loader or an action once. */
export const handleError: HandleErrorFunction = (error, { context }) => {
  (context as AppLoadContext).report(error);
};

/**
 * Draws the whole page as one text: nothing is deferred, and React writes a text in half the time of a stream. Remix would stream
 * the loaders' data behind the page from inside React; here the same data is put at the end of the page by hand. The text goes
 * to the process beside the answer, which saves it the way through a stream and back.
 */
export default async function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { serverHandoffStream, ...still } = remix;
  const page = renderToString(
    <NonceContext.Provider value={context.nonce}>
      <RemixServer context={still} url={request.url} nonce={context.nonce} />
    </NonceContext.Provider>,
  );
  const handover =
    serverHandoffStream && remix.renderMeta?.didRenderScripts
      ? handedOver(await new Response(serverHandoffStream).text(), context.nonce)
      : "";
  headers.set("Content-Type", "text/html; charset=utf-8");
  const end = page.lastIndexOf("</body>");
  const whole = end < 0 ? page : page.slice(0, end) + handover + page.slice(end);
  context.drawn = `<!DOCTYPE html>${whole}`;
  return new Response(null, { status, headers });
}

const escapes: Record<string, string> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** The scripts that give the browser what the loaders said, in the words Remix's own stream uses. */
function handedOver(data: string, nonce: string): string {
  const said = JSON.stringify(data).replace(/[&><\u2028\u2029]/g, (mark) => escapes[mark] ?? mark);
  const controller = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">${controller}.enqueue(${said});${controller}.close();</script>`;
}
