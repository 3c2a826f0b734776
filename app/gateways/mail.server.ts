import { createTransport, type Transporter } from "nodemailer";
import { env } from "#app/env.server.ts";

/** A letter as it goes out. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same for the same letter, so that one sent twice is recognised as one. */
  key: string;
}

let transport: Transporter | null = null;

/** Whether a mail server is set; without one, mail stays in the outbox. */
export const isMailSet = env.SMTP_URL !== undefined;

function openTransport(): Transporter {
  transport ??= createTransport({
    url: env.SMTP_URL,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
  });
  return transport;
}

/** Hands a letter to the mail server; gives null when it took it, else the server's own words why not. */
export async function deliver(letter: Letter): Promise<string | null> {
  try {
    await openTransport().sendMail({
      from: env.MAIL_FROM,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.key}@carteira>`,
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : "unknown";
  }
}
