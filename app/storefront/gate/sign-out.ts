import type { ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "#app/access/signing-in.server.ts";
import { seeOther } from "#app/http/answer.ts";
import { paths } from "#app/paths.ts";

/** Somebody who comes here by address has not signed out by that; they are sent to the gate. */
export function loader() {
  return seeOther(paths.signIn());
}

/** Ends the session and goes to the gate; open to everybody, for a stranger it changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  return seeOther(`${paths.signIn()}?said=signed-out`, await signOut(request, new Date()));
}
