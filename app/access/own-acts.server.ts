import { keepPreference } from "#app/http/preference-cookie.ts";
import { askEmailChange } from "./email-change.server.ts";
import { changeOwnPassword, endDevice, endOtherDevices, reviseOwnDetails } from "./own-account.server.ts";
import type { OwnAct, ownDone } from "./own-acts.ts";
import type { SessionHolder } from "./session.ts";
import { openSession } from "./signing-in.server.ts";

/** Does what somebody asked of their own account; says what was done, and gives the headers the browser must get with it. */
export async function actOnOwnAccount(
  request: Request,
  { user, session }: SessionHolder,
  wish: OwnAct,
  address: string,
  at: Date,
): Promise<{ done: (typeof ownDone)[number]; headers?: Record<string, string> }> {
  switch (wish.act) {
    case "profile": {
      await reviseOwnDetails(user.id, { name: wish.name, phone: wish.phone, locale: wish.locale }, at);
      const headers = wish.locale ? { "Set-Cookie": keepPreference("locale", wish.locale) } : undefined;
      return { done: "saved", headers };
    }
    case "email":
      await askEmailChange(user, { email: wish.newEmail, password: wish.currentPassword }, at);
      return { done: "emailAsked" };
    case "password":
      await changeOwnPassword(user, { current: wish.currentPassword, wanted: wish.newPassword }, at);
      return { done: "passwordChanged", headers: await openSession(request, user, address, at) };
    case "end-device":
      await endDevice(user.id, wish.key, at);
      return { done: "disconnected" };
    case "end-others":
      await endOtherDevices(user.id, session.id, at);
      return { done: "disconnected" };
  }
}
