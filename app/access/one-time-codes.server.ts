import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";
import { env } from "#app/env.server.ts";

const seconds = 30;

/** A code of the step before or after counts too: clocks differ, and typing takes time. */
const window = 1;

const codes = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: seconds });

/** A secret for a device that makes codes: 20 random bytes as base32. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

/** Which thirty seconds this code belongs to, now, just before or just after; null for every other text. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = codes(secret).validate({ token, timestamp: at.getTime(), window });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / seconds) + delta;
}

/** The address a device reads the secret from, named after the company and the person. */
export function codeAddress(secret: string, company: string, email: string): string {
  const issuer = company.replaceAll(":", " ");
  return new TOTP({ secret: Secret.fromBase32(secret), issuer, label: email, digits: 6, period: seconds }).toString();
}

/** The picture of an address for a camera: how many squares wide it is, and the dark ones as the path of an SVG. */
export function pictureOf(address: string): { size: number; path: string } {
  const { size, data } = encode(address, { ecc: "M", border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join("") };
}

const sealingKey = env.SECRET_KEY === undefined ? null : hash("sha256", `codes ${env.SECRET_KEY}`, "buffer");

/** A secret as the database keeps it: sealed where SECRET_KEY is set, else readable. */
export function sealed(secret: string, key: Buffer | null = sealingKey): string {
  if (!key) return `plain:${secret}`;
  const start = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, start);
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `sealed:${Buffer.concat([start, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** The secret again; null where it was sealed with another key, so that only recovery codes open the door. */
export function unsealed(kept: string, key: Buffer | null = sealingKey): string | null {
  const [kind, said = ""] = kept.split(":");
  if (kind === "plain") return said;
  if (!key) return null;
  const bytes = Buffer.from(said, "base64url");
  try {
    const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A recovery code: ten letters and digits that are not mistaken for each other, in two halves. */
export function newRecoveryCode(): string {
  const bytes = randomBytes(64).filter((byte) => byte < letters.length * 8);
  const said = Array.from(bytes.subarray(0, 10), (byte) => letters[byte % letters.length]).join("");
  return `${said.slice(0, 5)}-${said.slice(5)}`;
}

/** A recovery code as it is compared, however it was typed. */
export const plainRecoveryCode = (said: string): string => said.toLowerCase().replace(/[^a-z0-9]/g, "");
