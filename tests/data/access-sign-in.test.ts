import { expect, test } from "vitest";
import { tokenOf } from "#app/access/cookie.server.ts";
import { holderOf, requireBuyer, requireStaff } from "#app/access/doors.server.ts";
import { isPassword, passwordHash } from "#app/access/password.server.ts";
import { openSession, signIn, signOut } from "#app/access/signing-in.server.ts";
import { hashOf } from "#app/access/token.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { anyPassword, person } from "#tests/builders/people.ts";

let turn = 0;
const anyAddress = () => `198.51.100.${++turn}`;
const requestWith = (headers: Record<string, string> = {}) => {
  const cookie = headers["Set-Cookie"]?.split(";")[0];
  return new Request("http://localhost:3000/cart?x=1", { headers: cookie ? { Cookie: cookie } : {} });
};
const signsIn = (email: string, password = anyPassword, address = anyAddress(), at = new Date()) =>
  signIn(requestWith(), { email, password }, address, at);
const refusalOf = async (act: Promise<unknown>) => {
  const fault = await act.then(
    () => null,
    (why: unknown) => why,
  );
  return fault instanceof Refusal ? { code: fault.code, details: fault.details } : fault;
};
const answerOf = async (act: Promise<unknown>) => {
  const fault = await act.then(
    () => null,
    (why: unknown) => why,
  );
  return fault instanceof Response ? [fault.status, fault.headers.get("Location")] : fault;
};

test("the right password opens the doors of one's own side only", async () => {
  const [ana, rui] = [await person("buyer"), await person("rep")];
  const buyer = requestWith((await signsIn(ana.email)).headers);
  const rep = requestWith((await signsIn(rui.email)).headers);
  expect((await requireBuyer(buyer)).buyer).toEqual({
    userId: ana.id,
    customerId: ana.customerId,
    actingUserId: null,
    mayOrder: true,
  });
  expect((await requireStaff(rep, "portfolio")).scope).toEqual({ userId: rui.id, repId: rui.id });
  expect(await answerOf(requireStaff(buyer, "portfolio"))).toEqual([404, null]);
  expect(await answerOf(requireStaff(rep, "settings"))).toEqual([403, null]);
  expect(await answerOf(requireBuyer(rep))).toEqual([302, "/office"]);
});

test("a stranger is sent to sign in and comes back to where they wanted to go", async () => {
  expect(await answerOf(requireBuyer(requestWith()))).toEqual([302, "/sign-in?redirectTo=%2Fcart%3Fx%3D1"]);
});

test("the e-mail is taken in any case and with spaces around", async () => {
  const ana = await person("buyer", { email: "Ana.Maiuscula@Gente.test" });
  const { user } = await signsIn("  ANA.maiuscula@gente.TEST ");
  expect(user.id).toBe(ana.id);
});

test("no account, a wrong password, a disabled account, withdrawn access and no password yet say the same", async () => {
  const [right, disabled, closed] = [await person("buyer"), await person("buyer"), await person("buyer")];
  const invited = await person("buyer", { password: null });
  await sql`update users set is_disabled = true where id = ${disabled.id}`;
  await sql`update customers set access_granted_at = null where id = ${closed.customerId}`;
  const refusals = await Promise.all([
    refusalOf(signsIn("ninguem@gente.test")),
    refusalOf(signsIn(right.email, "outra senha qualquer")),
    refusalOf(signsIn(disabled.email)),
    refusalOf(signsIn(closed.email)),
    refusalOf(signsIn(invited.email, "")),
  ]);
  expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ code: "wrong_credentials", details: {} })]),
  );
});

test("who is let in is turned out at once when the customer's access is withdrawn", async () => {
  const ana = await person("buyer");
  const { headers } = await signsIn(ana.email);
  await sql`update customers set access_granted_at = null where id = ${ana.customerId}`;
  expect(await holderOf(requestWith(headers))).toBeNull();
});

test("too many wrong passwords are refused before the password is looked at, and only for a while", async () => {
  const ana = await person("buyer");
  const at = new Date();
  for (let tries = 0; tries < 10; tries++) {
    expect(await refusalOf(signsIn(ana.email, "errada", anyAddress(), at))).toMatchObject({
      code: "wrong_credentials",
    });
  }
  expect(await refusalOf(signsIn(ana.email, anyPassword, anyAddress(), at))).toEqual({
    code: "too_many_attempts",
    details: { minutes: 15 },
  });
  const later = new Date(at.getTime() + 15 * 60_000);
  expect((await signsIn(ana.email, anyPassword, anyAddress(), later)).user.id).toBe(ana.id);
});

test("one address cannot try the passwords of many accounts", async () => {
  const address = anyAddress();
  const at = new Date();
  const tries = (email: string) => refusalOf(signsIn(email, "errada", address, at));
  expect(await tries("um@gente.test")).toMatchObject({ code: "wrong_credentials" });
  await sql`update throttles set points = points + 98 where key = ${`address:${hashOf(address).slice(0, 32)}`}`;
  expect(await tries("outro@gente.test")).toMatchObject({ code: "wrong_credentials" });
  expect(await tries("mais-um@gente.test")).toMatchObject({ code: "too_many_attempts" });
});

test("parallel tries are counted every one", async () => {
  const ana = await person("buyer");
  const tries = Array.from({ length: 30 }, () => refusalOf(signsIn(ana.email, "errada")));
  const codes = (await Promise.all(tries)).map((one) => (one as { code: string }).code);
  expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(10);
  expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(20);
});

test("signing in gives the browser a new token and ends the session it brought along", async () => {
  const ana = await person("buyer");
  const first = await signsIn(ana.email);
  const second = await signIn(
    requestWith(first.headers),
    { email: ana.email, password: anyPassword },
    anyAddress(),
    new Date(),
  );
  expect(await tokenOf(requestWith(second.headers))).not.toBe(await tokenOf(requestWith(first.headers)));
  expect(await holderOf(requestWith(first.headers))).toBeNull();
  expect((await holderOf(requestWith(second.headers)))?.user.id).toBe(ana.id);
});

test("signing out ends the session and takes the cookie away; for a stranger it changes nothing", async () => {
  const ana = await person("buyer");
  const { headers } = await signsIn(ana.email);
  expect((await signOut(requestWith(headers), new Date()))["Set-Cookie"]).toMatch(/^carteira=.*Max-Age=0/);
  expect(await holderOf(requestWith(headers))).toBeNull();
  expect((await signOut(requestWith(), new Date()))["Set-Cookie"]).toMatch(/Max-Age=0/);
});

test("the cookie is for the server's eyes, this site and every path", async () => {
  const ana = await person("buyer");
  const { headers } = await signsIn(ana.email);
  expect(headers["Set-Cookie"]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("foreign and malformed cookies beside ours do no harm", async () => {
  const ana = await person("buyer");
  const { headers } = await signsIn(ana.email);
  const own = headers["Set-Cookie"]?.split(";")[0];
  const among = (cookies: string) => holderOf(new Request("http://localhost:3000/", { headers: { Cookie: cookies } }));
  expect((await among(`a=%E0%A4%A; =; ;;x; ${own}; b="`))?.user.id).toBe(ana.id);
  for (const bad of [
    "carteira=%E0%A4%A",
    "carteira=",
    "carteira=e30=",
    "carteira=bnVsbA==",
    "carteira=x; carteira=y",
  ]) {
    expect([bad, await among(bad)]).toEqual([bad, null]);
  }
});

test("a buyer who comes in leaves a step, and on a later day one more, however many requests come at once", async () => {
  const ana = await person("buyer");
  const { headers } = await signsIn(ana.email);
  await sql`update sessions set last_seen_at = now() - interval '1 day' where user_id = ${ana.id}`;
  await Promise.all(Array.from({ length: 10 }, () => requireBuyer(requestWith(headers))));
  await requireBuyer(requestWith(headers));
  const steps = await sql`select kind, customer_id, buyer_id from journey_steps where buyer_id = ${ana.id} order by id`;
  expect(steps.map((step) => step.kind)).toEqual(["signed_in", "visited"]);
});

test("somebody who only looks may not order", async () => {
  const ana = await person("buyer", { buyerRole: "views" });
  const { headers } = await signsIn(ana.email);
  expect((await requireBuyer(requestWith(headers))).mayOrder).toBe(false);
});

test("a page's loaders share one look at the database, another cookie never shares it", async () => {
  const [ana, bia] = [await person("buyer"), await person("buyer")];
  const ofPage = async (email: string) => {
    const cookie = (await signsIn(email)).headers["Set-Cookie"]?.split(";")[0] ?? "";
    return () => new Request("http://localhost:3000/", { headers: { Cookie: cookie, "x-carteira-request": "same" } });
  };
  const [anas, bias] = [await ofPage(ana.email), await ofPage(bia.email)];
  expect(await holderOf(anas())).toBe(await holderOf(anas()));
  expect((await holderOf(bias()))?.user.id).toBe(bia.id);
});

test("a password is hashed with argon2id as promised, and long or accented ones are taken", async () => {
  const hashed = await passwordHash("ação e coração");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword("ação e coração".normalize("NFD"), hashed)).toBe(true);
  expect(await isPassword("acao e coracao", hashed)).toBe(false);
  expect(await isPassword("qualquer", null)).toBe(false);
  expect(await refusalOf(passwordHash("curta"))).toMatchObject({ code: "password_too_short" });
});

test("a session is opened in place of the one the browser had, also when it acts as a customer", async () => {
  const rui = await person("rep");
  const ana = await person("buyer");
  const { headers, user } = await signsIn(rui.email);
  const acting = await openSession(requestWith(headers), user, anyAddress(), new Date(), ana.customerId);
  expect(await holderOf(requestWith(headers))).toBeNull();
  const session = await requireBuyer(requestWith(acting));
  expect(session.buyer).toEqual({
    userId: rui.id,
    customerId: ana.customerId,
    actingUserId: rui.id,
    mayOrder: true,
  });
  expect(session.actingUser?.id).toBe(rui.id);
});
