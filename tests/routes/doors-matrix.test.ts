import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import { cookieWith } from "#app/access/cookie.server.ts";
import { sessionKeeper } from "#app/access/lucia.server.ts";
import { kindOf } from "#app/access/session.ts";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import routes from "#app/routes.ts";
import { openSite } from "./own-site.ts";
import { type Persona, personas, placesOf, secretsOfB, twoCustomers } from "./two-customers.ts";

const site = await openSite();
const world = await twoCustomers();

/** Open to strangers, like the list in tests/house/doors. */
const open = /^(storefront\/gate\/|http\/preferences)/;
/** The office's screens a rep may not enter; every other one is theirs, as far as their own customers go. */
const aboveReps =
  /^backoffice\/(catalog|pricing|imports|team|settings|audit)\/|^backoffice\/customers\/(new-customer|access-requests)/;
const adminsOnly = /^backoffice\/audit\//;
/** Addresses of one thing: of B's things, A's people learn nothing, not even that they exist. */
const ofOneThing =
  /^(?!\/api\/).*\/(orders|customers|recovery|visits|receivables|payments|lists|approvals|quotes)\/:(number|id|cart)/;

interface Place {
  id: string;
  pattern: string;
}

function placesIn(entries: RouteConfigEntry[], above = ""): Place[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path].filter(Boolean).join("/");
    const children = placesIn(entry.children ?? [], pattern);
    const id = entry.file.replace(/\.tsx?$/, "");
    return entry.children ? children : [{ id, pattern: `/${pattern}` }];
  });
}

const places = placesIn(await routes);

const ways = ["GET", "POST", "GET .data", "POST .data", "GET .data?_routes"] as const;
type Way = (typeof ways)[number];

async function ask(path: string, way: Way, place: Place, who: Persona) {
  const cookie = who.userId === null ? "" : await freshCookie(who);
  const [method = "GET"] = way.split(" ");
  const isData = way.includes(".data");
  const query = way.endsWith("_routes") ? `?_routes=${encodeURIComponent(place.id)}` : "";
  const address = isData ? `${path === "/" ? "/_root" : path}.data${query}` : path;
  const answer = await fetch(site.url + address, {
    method,
    redirect: "manual",
    headers: { Cookie: cookie, Origin: site.url },
    ...(method === "POST" ? { body: new URLSearchParams(world.formAgainstB) } : {}),
  });
  return { answer, text: await answer.text() };
}

async function freshCookie(who: Persona): Promise<string> {
  const kind = kindOf(who.role);
  const start = { kind, actingCustomerId: who.actingAs, userAgent: null, address: null };
  const token = await sessionKeeper.start(who.userId as number, start, new Date());
  return (await cookieWith(token, kind))["Set-Cookie"]?.split(";")[0] ?? "";
}

/** What came back, in the words of the doors. */
function said(answer: Response, text: string, isData: boolean): string {
  const location = isData
    ? (/"(\/(?:sign-in|office)[^"]*)"/.exec(text)?.[1] ?? "")
    : (answer.headers.get("Location") ?? "");
  const isRedirect = answer.status === 202 || (answer.status >= 300 && answer.status < 400);
  if (isRedirect)
    return location.startsWith("/sign-in") ? "to the gate" : location === "/office" ? "to the office" : "on";
  if (answer.status === 401) return "no token";
  if (answer.status === 404) return "nothing here";
  if (answer.status === 403) return "not allowed";
  return answer.status >= 500 ? `fault ${answer.status}` : "let in";
}

/** What the doors must say to this person at this place; null where the person may be there and more than one answer is right. */
function due(place: Place, who: Persona): string | null {
  if (place.id === "storefront/gate/second-factor" && (who.userId === null || who.isDisabled)) return "to the gate";
  if (open.test(place.id)) return place.pattern === "/*" ? "nothing here" : null;
  if (place.id === "api/openapi") return null;
  // Its door is the signature; tests/routes/payment-events tries it.
  if (place.id === "api/payment-events") return null;
  if (place.id === "api/unknown") return "nothing here";
  // Machines come with a token; a cookie, whoever's it is, counts for nothing there.
  if (place.id.startsWith("api/")) return "no token";
  if (who.userId === null || who.isDisabled) return "to the gate";
  const isOffice = place.id.startsWith("backoffice/");
  if (!isOffice) return who.role === "buyer" || who.actingAs ? null : "to the office";
  if (who.role === "buyer") return "nothing here";
  if (adminsOnly.test(place.id)) return "not allowed";
  return who.role === "rep" && aboveReps.test(place.id) ? "not allowed" : null;
}

async function inTurns<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const left = [...all.entries()];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await work(next[1]);
    }),
  );
  return answers;
}

/** A secret that is a number is told only as a number of its own: the milliseconds of a date may hold its digits by chance. */
function tells(text: string, secret: string): boolean {
  return /^\d+$/.test(secret) ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text) : text.includes(secret);
}

/** Everything wrong with every answer this person gets at every address, with A's things and with B's. */
async function wrongFor(who: Persona, mayKnowB: boolean): Promise<string[]> {
  // Those who may know B are asked the short way: their doors and faults, there is nothing for them to leak.
  const asked = places.flatMap((place) =>
    (mayKnowB ? ways.slice(0, 2) : ways).flatMap((way) =>
      placesOf(world, place.pattern).map((path) => ({ place, way, ...path })),
    ),
  );
  const found = await inTurns(asked, async ({ place, way, path, isOfB }) => {
    const { answer, text } = await ask(path, way, place, who);
    const heard = said(answer, text, way.includes(".data"));
    const where = `${who.name}: ${way} ${path}`;
    const wrong: string[] = [];
    if (heard.startsWith("fault")) wrong.push(`${where} ends in a ${heard}`);
    const wanted = due(place, who);
    const hasNoAction = answer.status === 405;
    if (wanted !== null && heard !== wanted && !hasNoAction) wrong.push(`${where} says "${heard}", not "${wanted}"`);
    if (!answer.headers.get("Cache-Control")?.includes("no-store")) wrong.push(`${where} may be kept by a cache`);
    if (mayKnowB) return wrong;
    for (const secret of secretsOfB) if (tells(text, secret)) wrong.push(`${where} tells ${secret}`);
    if (wanted === null && isOfB && ofOneThing.test(place.pattern) && way !== "POST" && way !== "POST .data") {
      if (heard !== "nothing here") wrong.push(`${where} says "${heard}" about a thing of B`);
    }
    return wrong;
  });
  return found.flat();
}

test("every address is in the matrix", () => {
  expect(places.length).toBeGreaterThan(50);
  expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
});

for (const who of personas(world).filter((one) => !one.mayKnowB)) {
  test(`${who.name} meets the right door everywhere, learns nothing of B and changes nothing of B`, async () => {
    const before = await world.stateOfB();
    expect(await wrongFor(who, false)).toEqual([]);
    expect(await world.stateOfB()).toEqual(before);
  }, 240_000);
}

test("B's own people do see what the others must not: the matrix would notice", async () => {
  const [buyer, rep] = [world.people.buyerB, world.people.repB];
  const seen = async (who: Persona, path: string) => {
    const { text } = await ask(path, "GET", { id: "", pattern: path }, who);
    return secretsOfB.filter((secret) => tells(text, secret));
  };
  expect(await seen(buyer, `/orders/${world.orderOfB}`)).not.toEqual([]);
  expect(await seen(buyer, "/cart")).not.toEqual([]);
  expect(await seen(buyer, "/account")).not.toEqual([]);
  expect(await seen(buyer, "/receivables")).toContain("TIT-SEGREDO-1");
  expect(await seen(buyer, "/receivables/statement")).toContain("TIT-SEGREDO-1");
  expect(await seen(rep, "/office/receivables.csv")).toContain("TIT-SEGREDO-1");
  expect(await seen(rep, `/office/receivables/${world.receivableOfB}`)).toContain("TIT-SEGREDO-1");
  expect(await seen(rep, `/office/customers/${world.customerB}`)).not.toEqual([]);
  expect(await seen(rep, "/office/customers")).not.toEqual([]);
  expect(await seen(buyer, `/quotes/${world.quoteOfB}`)).toContain("Preço secreto");
  expect(await seen(rep, `/office/quotes/${world.quoteOfB}`)).toContain("Preço secreto");
  expect(await seen(rep, "/office/quotes")).not.toEqual([]);
});

for (const who of personas(world).filter((one) => one.mayKnowB)) {
  test(`${who.name} meets the right door everywhere`, async () => {
    expect(await wrongFor(who, true)).toEqual([]);
  }, 240_000);
}

test("where a second factor is required, staff without one are sent to set it up at every door, and nothing they send is done", async () => {
  const { manager, actingA } = world.people;
  const scope = { userId: manager.userId as number, repId: null };
  await changeSettings(scope, { isSecondFactorRequired: true }, { at: new Date() });
  // The site keeps what it read of the settings for three seconds.
  await new Promise((resolve) => setTimeout(resolve, 3200));
  const before = await world.stateOfB();
  const doors = places.flatMap((place) => {
    const isOffice = place.id.startsWith("backoffice/");
    const isShop = place.id.startsWith("storefront/") && !open.test(place.id);
    if (!isOffice && !isShop) return [];
    const path = placesOf(world, place.pattern)[0]?.path ?? place.pattern;
    return (["GET", "POST"] as const).map((way) => ({ place, way, path, who: isOffice ? manager : actingA }));
  });
  expect(doors.length).toBeGreaterThan(100);
  const wrong = await inTurns(doors, async ({ place, way, path, who }) => {
    const { answer } = await ask(path, way, place, who);
    const location = answer.headers.get("Location");
    const isRight = way === "GET" ? location === "/second-factor" : answer.status === 403;
    return isRight || answer.status === 405 ? [] : [`${way} ${path}: ${answer.status} ${location}`];
  });
  // What has no loader of its own takes forms only.
  expect(wrong.flat().filter((line) => !line.startsWith("GET /office/act-as"))).toEqual([]);
  expect(await world.stateOfB()).toEqual(before);
  await changeSettings(scope, { isSecondFactorRequired: false }, { at: new Date() });
}, 120_000);
