import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";

const received: { to: string; subject: string; text: string }[] = [];
let isRefusing = false;

const server = new SMTPServer({
  authOptional: true,
  closeTimeout: 100,
  disabledCommands: ["STARTTLS"],
  onRcptTo(_address, _session, done) {
    done(isRefusing ? new Error("mailbox is full") : null);
  },
  onData(stream, session, done) {
    const pieces: Buffer[] = [];
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.on("end", async () => {
      const mail = await PostalMime.parse(Buffer.concat(pieces));
      received.push({
        to: session.envelope.rcptTo[0]?.address ?? "",
        subject: mail.subject ?? "",
        text: mail.text ?? "",
      });
      done();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as { port: number };
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

// The environment is read at the first import of the house, so the mail server must be named before it.
const { sql } = await import("#db/connection.server.ts");
const { deliverWaiting, queueMail, tryAgain } = await import("#app/domain/audit/outbox.server.ts");
const at = new Date();
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const inOutbox = async (to: string) =>
  (await sql`select sent_at, attempts, last_error, text from outbox where "to" = ${to}`)[0];

test("a mail goes out once, however many deliver at the same time, and its link is forgotten", async () => {
  const text = "Olá.\n\nhttp://localhost:3000/invite/segredo-123\n";
  await queueMail({ to: "ana@loja.test", subject: "Seu acesso à Maré", text }, at);
  await Promise.all(Array.from({ length: 8 }, () => deliverWaiting(after(1))));
  const mails = received.filter((mail) => mail.to === "ana@loja.test");
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ subject: "Seu acesso à Maré", text: expect.stringContaining("segredo-123") });
  const kept = await inOutbox("ana@loja.test");
  expect(kept).toMatchObject({ sent_at: after(1), attempts: 1, last_error: null });
  expect(kept?.text).not.toContain("segredo-123");
});

test("a mail the server refuses stays, says why, waits longer each time and goes out later", async () => {
  isRefusing = true;
  await queueMail({ to: "cheia@loja.test", subject: "Aviso", text: "Olá." }, after(2));
  await expect.poll(async () => (await inOutbox("cheia@loja.test"))?.attempts, { timeout: 5000 }).toBe(1);
  await deliverWaiting(after(2));
  expect((await inOutbox("cheia@loja.test"))?.attempts).toBe(1);
  await deliverWaiting(after(4));
  expect(await inOutbox("cheia@loja.test")).toMatchObject({
    sent_at: null,
    attempts: 2,
    last_error: expect.stringContaining("full"),
  });
  isRefusing = false;
  expect(await deliverWaiting(after(5))).toBe(0);
  await tryAgain(after(5));
  expect((await inOutbox("cheia@loja.test"))?.sent_at).toEqual(after(5));
});
