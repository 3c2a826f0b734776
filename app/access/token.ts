import { hash, randomBytes } from "node:crypto";
import type { SessionKind } from "./session.ts";

const letters: Record<SessionKind, string> = { buyer: "b", staff: "s" };

/** 32 random bytes nobody can guess, as text for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What the house keeps of a secret: its SHA-256. */
export const hashOf = (secret: string): string => hash("sha256", secret);

/** A session's token; it says its kind, and the hash covers that, so a token with the other letter is simply unknown. */
export const newSessionToken = (kind: SessionKind): string => `${letters[kind]}.${newSecret()}`;

/** The kind a token claims; null for anything that cannot be one of ours. */
export function kindOfToken(token: string): SessionKind | null {
  if (!/^[bs]\.[A-Za-z0-9_-]{43}$/.test(token)) return null;
  return token.startsWith(letters.buyer) ? "buyer" : "staff";
}
