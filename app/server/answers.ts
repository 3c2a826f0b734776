import type { Request, Response } from "express";

const page = `<!doctype html>
<html lang="pt-BR">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Voltamos já · Back in a moment</title></head>
<body>
<main>
<h1>Voltamos já</h1>
<p>A loja está sem acesso aos dados neste momento. Nada do que você já enviou se perdeu. Tente de novo em alguns segundos.</p>
<h2 lang="en">Back in a moment</h2>
<p lang="en">The shop cannot reach its data right now. Nothing you have already sent is lost. Please try again in a few seconds.</p>
<p><a href="">Tentar de novo · Try again</a></p>
</main>
</body>
</html>
`;

/** Says that the shop cannot answer now and when to ask again: a page for people, a problem document for machines. */
export function answerUnavailable(request: Request, response: Response): void {
  response.status(503).set({ "Retry-After": "2", "Cache-Control": "no-store" });
  if (request.path.startsWith("/api/")) {
    problem(response, "unavailable", "The service cannot answer at the moment.");
  } else if (request.accepts("html") && !request.path.endsWith(".data")) {
    response.type("html").send(page);
  } else {
    response.type("text").send("Voltamos já · Back in a moment");
  }
}

/** Turns a request away before the shop has looked at it. */
export function turnAway(request: Request, response: Response, status: number, code: string, sentence: string): void {
  response.status(status).set("Cache-Control", "no-store");
  if (request.path.startsWith("/api/")) problem(response, code, sentence);
  else response.type("text").send(sentence);
}

function problem(response: Response, code: string, title: string): void {
  response
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", title, status: response.statusCode, code }));
}
