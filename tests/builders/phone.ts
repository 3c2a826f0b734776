import { Secret, TOTP } from "otpauth";

/** What a phone shows for this secret at a moment. */
export const shownBy = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
