import { Refusal } from "#app/domain/refusal.ts";
import { withTx } from "#db/connection.server.ts";
import { halfCookieGone } from "./cookie.server.ts";
import { endHalf, halfHolder } from "./half-sessions.server.ts";
import { countCodeTry, forgiveCodeTries, spendCode } from "./second-factor.server.ts";
import type { SessionUser } from "./session.ts";
import { openKnown } from "./signing-in.server.ts";

/**
 * Signs in by the code that is asked for after the password. Null: this browser holds no half session any more. A code opens one
 * session, however often it is sent, and so does a half session; every wrong one is refused alike.
 */
export async function signInByCode(
  request: Request,
  code: string,
  address: string,
  at: Date,
): Promise<{ user: SessionUser; headers: Headers } | null> {
  const half = await halfHolder(request, at);
  if (!half) return null;
  await countCodeTry(half.user.id, at);
  await withTx(async (tx) => {
    await spendCode(half.user, code, at, tx);
    if (!(await endHalf(half.id, tx))) throw new Refusal("wrong_code");
  });
  await forgiveCodeTries(half.user.id);
  const headers = new Headers(await openKnown(request, half.user, address, at));
  headers.append("Set-Cookie", (await halfCookieGone())["Set-Cookie"] ?? "");
  return { user: half.user, headers };
}
