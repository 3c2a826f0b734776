import { expect, test } from "vitest";
import { cookieWith } from "#app/access/cookie.server.ts";
import { requireAnyone, requireBuyer, requireStaff } from "#app/access/doors.server.ts";
import { sessionKeeper } from "#app/access/lucia.server.ts";
import { signIn } from "#app/access/signing-in.server.ts";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import { sql } from "#db/connection.server.ts";
import { withSecondFactor } from "#tests/builders/codes.ts";
import { anyPassword, customer, person } from "#tests/builders/people.ts";

const asked = async (
  userId: number,
  kind: "buyer" | "staff",
  method = "GET",
  actingCustomerId: number | null = null,
) => {
  const token = await sessionKeeper.start(
    userId,
    { kind, actingCustomerId, userAgent: null, address: null },
    new Date(),
  );
  const cookie = (await cookieWith(token, kind))["Set-Cookie"]?.split(";")[0] ?? "";
  return new Request("http://localhost:3000/office", { method, headers: { Cookie: cookie } });
};
const answerOf = (act: Promise<unknown>) =>
  act.then(
    () => "let in",
    (answer: Response) => `${answer.status} ${answer.headers.get("Location") ?? ""}`.trim(),
  );

test("where it is required, staff without a second factor reach nothing but its page, acting as a customer neither", async () => {
  const [manager, rui, ana] = [await person("manager"), await person("rep"), await person("buyer")];
  const customerId = await customer({ repId: rui.id });
  const office = async (method: string) => answerOf(requireStaff(await asked(rui.id, "staff", method), "portfolio"));
  expect([await office("GET"), await office("POST")]).toEqual(["let in", "let in"]);
  await changeSettings({ userId: manager.id, repId: null }, { isSecondFactorRequired: true }, { at: new Date() });
  expect([await office("GET"), await office("POST")]).toEqual(["302 /second-factor", "403"]);
  const acting = async (method: string) => answerOf(requireBuyer(await asked(rui.id, "staff", method, customerId)));
  expect([await acting("GET"), await acting("POST")]).toEqual(["302 /second-factor", "403"]);
  expect(await answerOf(requireAnyone(await asked(rui.id, "staff")))).toBe("let in");
  expect(await answerOf(requireBuyer(await asked(ana.id, "buyer")))).toBe("let in");
  await withSecondFactor(rui.id, new Date());
  expect([await office("GET"), await office("POST"), await acting("POST")]).toEqual(["let in", "let in", "let in"]);
  await changeSettings({ userId: manager.id, repId: null }, { isSecondFactorRequired: false }, { at: new Date() });
});

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const newer = firefox.replaceAll("140", "141");
const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1";

test("a device that was never seen is told by mail, once; the first, a newer browser and a neighbouring address are not", async () => {
  const ana = await person("buyer");
  const arrives = (userAgent: string, address: string) =>
    signIn(
      new Request("http://localhost:3000/", { headers: { "User-Agent": userAgent } }),
      { email: ana.email, password: anyPassword },
      address,
      new Date(),
    );
  const mails = async () =>
    (await sql`select text from outbox where "to" = ${ana.email} order by id`).map((mail) => mail.text as string);
  await arrives(firefox, "203.0.113.7");
  await arrives(newer, "::ffff:203.0.113.99");
  expect(await mails()).toEqual([]);
  await Promise.all(Array.from({ length: 5 }, () => arrives(iPhone, "198.51.100.4")));
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toContain("Safari em iPhone");
  expect(mail).toContain("198.51.100.4");
  expect(mail).toContain("/forgot-password");
  await arrives(firefox, "198.51.100.4");
  expect(await mails()).toHaveLength(2);
  expect(JSON.stringify(await sql`select * from known_devices where user_id = ${ana.id}`)).not.toContain("198.51");
});
