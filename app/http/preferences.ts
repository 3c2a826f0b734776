import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { locales } from "#app/words/locale.ts";
import { cameFrom, ownPath, seeOther, unreadableWithoutPage } from "./answer.ts";
import { formOf } from "./form.ts";
import { keepPreference } from "./preference-cookie.ts";

const choice = z.object({
  theme: z.enum(["system", "light", "dark"]).optional(),
  locale: z.enum(locales).optional(),
  redirectTo: z.string().max(2000).optional(),
});

/** Somebody who comes here by address is sent to the start. */
export function loader() {
  return seeOther("/");
}

/** Keeps the reader's theme or language on this device and goes back to where they were; open to everybody. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await formOf(request, choice);
  if (!form.ok) return unreadableWithoutPage(form);
  const headers = new Headers();
  if (form.value.theme) headers.append("Set-Cookie", keepPreference("theme", form.value.theme));
  if (form.value.locale) headers.append("Set-Cookie", keepPreference("locale", form.value.locale));
  return seeOther(ownPath(form.value.redirectTo, cameFrom(request)), headers);
}
