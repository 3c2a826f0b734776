import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "#app/domain/refusal.ts";
import { passwordLeast, passwordMost } from "./password.ts";

/** Argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of no password anybody has; verified where there is no account, so that both take the same time. */
const nobody = hash(`nobody ${Math.random()}`, strength);

const plain = (password: string) => password.normalize("NFKC");

/** The hash that is kept of a password; refuses one that is too short. */
export async function passwordHash(password: string): Promise<string> {
  const said = plain(password);
  if (said.length < passwordLeast || said.length > passwordMost) {
    throw new Refusal("password_too_short", { least: passwordLeast });
  }
  return hash(said, strength);
}

/** Whether the password is the one that was hashed; without a hash it takes as long and is never so. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const said = plain(password).slice(0, passwordMost);
  const matches = await verify(hashed ?? (await nobody), said, strength);
  return matches && hashed !== null;
}
