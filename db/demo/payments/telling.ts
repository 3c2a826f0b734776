import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { newName } from "./wire.ts";

/** A message about something that happened, as it is told to the shop. */
export interface Event {
  id: string;
  object: "event";
  type: string;
  created: number;
  data: { object: object };
}

/** The signature a message goes out with. */
export function signatureOf(body: string, secret: string, at: Date): string {
  const said = Math.floor(at.getTime() / 1000);
  return `t=${said},v1=${createHmac("sha256", secret).update(`${said}.${body}`).digest("hex")}`;
}

/** Makes a message. */
export const newEvent = (type: string, object: object, at: Date): Event => ({
  id: newName("evt"),
  object: "event",
  type,
  created: Math.floor(at.getTime() / 1000),
  data: { object },
});

/** Tells a message to the shop, signed anew each time, and again for a while when it is not taken. */
export async function tell(
  hook: string,
  secret: string,
  event: Event,
  clock: () => Date,
  waits: number[] = [500, 2_000, 10_000, 60_000],
): Promise<boolean> {
  const body = JSON.stringify(event);
  for (const wait of [0, ...waits]) {
    if (wait > 0) await pause(wait, undefined, { ref: false });
    const taken = await fetch(hook, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", "Stripe-Signature": signatureOf(body, secret, clock()) },
    }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (taken) return true;
  }
  return false;
}
