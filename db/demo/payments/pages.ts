import { formatMoment } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";
import { awaitSession, type Books, expireSession, paySession, settleIntent } from "./api.ts";
import { testPagesAt } from "./names.ts";
import type { Intent, Session } from "./things.ts";
import { type Answer, type Call, said } from "./wire.ts";
import { pageWords } from "./words.ts";

const seeOther = (to: string): Answer => ({ status: 303, body: "", headers: { Location: to } });
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark] ?? mark);

const style = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f4f4f2,#171716);color:light-dark(#1c1c1a,#ececea)}
.warning{background:#8a3b00;color:#fff;text-align:center;padding:1.25rem 1rem;font-size:1.5rem;font-weight:700;line-height:1.25}
.warning span{display:block;font-size:1rem;font-weight:400;margin-top:.25rem}
main{box-sizing:border-box;width:calc(100% - 2rem);max-width:29rem;margin:2rem auto;padding:1.5rem;background:light-dark(#fff,#222220);border-radius:.75rem}
h1{font-size:1.1rem;margin:0}.sum{font-size:1.75rem;font-weight:650;margin:.25rem 0 1rem}
form{display:grid;gap:.6rem}button{font:inherit;padding:.7rem 1rem;border-radius:.5rem;border:1px solid light-dark(#c9c9c4,#555);background:transparent;color:inherit;cursor:pointer;text-align:left}
button.first{background:#1f5f4f;border-color:#1f5f4f;color:#fff;font-weight:600}button:focus-visible{outline:3px solid #2a7de1;outline-offset:2px}
.note{color:light-dark(#595955,#b0b0aa);font-size:.9rem}.bad{color:light-dark(#a11,#ff9c94)}`;

const languageOf = (session: Session) => (session.locale === "en" ? "en" : "pt-BR");

function page(session: Session, body: string): Answer {
  const w = pageWords[languageOf(session)];
  const html = `<!doctype html><html lang="${languageOf(session)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${w.title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${testPagesAt}/page.css"></head><body>
<p class="warning" style="margin:0" role="note">${w.test}<span>${w.noMoney}</span></p><main>
<h1>${escaped(session.title)}</h1><p class="sum">${formatCents(session.amount_total, languageOf(session))}</p>${body}</main></body></html>`;
  return { status: 200, body: html, headers: { "Cache-Control": "no-store" } };
}

const button = (act: string, label: string, isFirst = false) =>
  `<button name="act" value="${act}"${isFirst ? ' class="first"' : ""}>${label}</button>`;

function payPage(session: Session, isDeclined: boolean): Answer {
  const w = pageWords[languageOf(session)];
  if (session.status !== "open") return page(session, `<p>${w.closed}</p>`);
  const [method = "card"] = session.allowed_payment_method_types;
  const ways: Record<string, string> = {
    card: button("pay", w.payByCard, true) + button("decline", w.decline),
    boleto: button("later", w.makeBoleto, true),
    pix: button("pay", w.payByPix, true) + button("later", w.pixLater),
  };
  const note = isDeclined ? `<p class="bad" role="alert">${w.declined}</p>` : "";
  return page(
    session,
    `${note}<form method="post">${ways[method] ?? ""}${button("leave", w.leave)}${button("expire", w.expire)}</form>`,
  );
}

function voucherPage(session: Session, intent: Intent): Answer {
  const w = pageWords[languageOf(session)];
  if (intent.status === "succeeded") return page(session, `<p>${w.voucherPaid}</p>`);
  if (intent.status !== "requires_action") return page(session, `<p>${w.voucherOver}</p>`);
  const due = JSON.stringify(intent.next_action).match(/"expires_at":(\d+)/)?.[1];
  const until = due ? w.dueOn(formatMoment(new Date(Number(due) * 1000), languageOf(session))) : "";
  return page(
    session,
    `<p>${w.voucher}</p><p class="note">${until}</p>
<form method="post">${button("pay", w.bankPays, true)}${button("expire", w.voucherExpires)}</form>`,
  );
}

/** Answers a browser: the page on which a payment is tried, and the boleto or Pix it may lead to. */
export async function answerPage(call: Call, books: Books): Promise<Answer> {
  const [kind, id = ""] = call.path.slice(testPagesAt.length + 1).split("/");
  if (kind === "page.css") return { status: 200, body: style, headers: { "Content-Type": "text/css" } };
  const intent = books.intents.get(id);
  const session = books.sessions.get(intent?.session ?? id);
  if (!session) return { status: 404, body: "<!doctype html><title>404</title><p>404</p>" };
  const act = call.method === "POST" ? (said(call.sent, "act") ?? "") : null;
  if (kind === "voucher" && intent) {
    if (act === null || intent.status !== "requires_action") return voucherPage(session, intent);
    await settleIntent(intent, act === "pay", books);
    return voucherPage(session, books.intents.get(id) ?? intent);
  }
  if (act === null || session.status !== "open") return payPage(session, false);
  switch (act) {
    case "pay":
      await paySession(session, books);
      return seeOther(session.success_url);
    case "later":
      await awaitSession(session, session.allowed_payment_method_types[0] === "pix" ? "pix" : "boleto", books);
      return seeOther(session.success_url);
    case "expire":
      await expireSession(session, books);
      return seeOther(session.cancel_url);
    case "leave":
      return seeOther(session.cancel_url);
    default:
      return payPage(session, true);
  }
}
