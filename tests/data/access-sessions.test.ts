import { describe, expect, test } from "vitest";
import { sessionKeeper } from "#app/access/lucia.server.ts";
import { type SessionKeeper, type SessionStart, sessionLengths } from "#app/access/session.ts";
import { sql } from "#db/connection.server.ts";
import { customer, person } from "#tests/builders/people.ts";
import { plainSessions } from "#tests/builders/plain-sessions.ts";

const asBuyer: SessionStart = { kind: "buyer", actingCustomerId: null, userAgent: "Firefox", address: "203.0.113.7" };
const asStaff: SessionStart = { ...asBuyer, kind: "staff" };
const hour = 3_600_000;
const minute = 60_000;

const expiry = async (userId: number) => {
  const [row] = await sql`select expires_at, absolute_expires_at from sessions where user_id = ${userId}`;
  return row as { expires_at: Date; absolute_expires_at: Date };
};
const leaves = (userId: number, milliseconds: number) =>
  sql`update sessions set expires_at = ${new Date(Date.now() + milliseconds)} where user_id = ${userId}`;

/** What holds for sessions, whoever keeps them. */
function contract(keeper: SessionKeeper) {
  test("a token opens its own session and says who holds it", async () => {
    const ana = await person("buyer");
    const token = await keeper.start(ana.id, asBuyer, new Date());
    const held = await keeper.holderOf(token, new Date());
    expect(held?.user).toMatchObject({ id: ana.id, email: ana.email, role: "buyer", buyerRole: "orders" });
    expect(held?.customer?.id).toBe(ana.customerId);
  });

  test("the database keeps nothing that would open a session", async () => {
    const ana = await person("buyer");
    const token = await keeper.start(ana.id, asBuyer, new Date());
    const rows = await sql`select * from sessions where user_id = ${ana.id}`;
    expect(JSON.stringify(rows)).not.toContain(token.slice(2));
    expect(await keeper.holderOf(rows[0]?.id, new Date())).toBeNull();
  });

  test("what is left of the credit travels along, and nothing is said where no limit was agreed", async () => {
    const ana = await person("buyer");
    const left = async () =>
      (await keeper.holderOf(await keeper.start(ana.id, asBuyer, new Date()), new Date()))?.credit?.creditLeftCents;
    await sql`update customers set credit_limit_cents = 50000, credit_used_cents = 20000 where id = ${ana.customerId}`;
    expect(await left()).toBe(30_000);
    await sql`update customers set credit_used_cents = 60000 where id = ${ana.customerId}`;
    expect(await left()).toBe(0);
    await sql`update customers set credit_limit_cents = null where id = ${ana.customerId}`;
    expect(await left()).toBeNull();
  });

  test("two sign-ins of one person never share a token", async () => {
    const ana = await person("buyer");
    const tokens = await Promise.all(Array.from({ length: 20 }, () => keeper.start(ana.id, asBuyer, new Date())));
    expect(new Set(tokens).size).toBe(20);
  });

  test("an unknown, a malformed and an altered token open nothing", async () => {
    const ana = await person("buyer");
    const token = await keeper.start(ana.id, asBuyer, new Date());
    const strangers = [
      "",
      "b.",
      "x".repeat(5000),
      `s${token.slice(1)}`,
      `${token.slice(0, -1)}_`,
      `${token} `,
      "b.\u0000",
    ];
    for (const stranger of strangers.filter((one) => one !== token)) {
      expect([stranger, await keeper.holderOf(stranger, new Date())]).toEqual([stranger, null]);
    }
  });

  test("an ended session stays ended, and only that one", async () => {
    const ana = await person("buyer");
    const [phone, desk] = [
      await keeper.start(ana.id, asBuyer, new Date()),
      await keeper.start(ana.id, asBuyer, new Date()),
    ];
    await keeper.end((await keeper.holderOf(phone, new Date()))?.session.id ?? "");
    expect(await keeper.holderOf(phone, new Date())).toBeNull();
    expect(await keeper.holderOf(desk, new Date())).not.toBeNull();
  });

  test("all sessions of a person end together, nobody else's", async () => {
    const [ana, rui] = [await person("buyer"), await person("rep")];
    const ofAna = [await keeper.start(ana.id, asBuyer, new Date()), await keeper.start(ana.id, asBuyer, new Date())];
    const ofRui = await keeper.start(rui.id, asStaff, new Date());
    await keeper.endAllOf(ana.id);
    for (const token of ofAna) expect(await keeper.holderOf(token, new Date())).toBeNull();
    expect(await keeper.holderOf(ofRui, new Date())).not.toBeNull();
  });

  test("a buyer's session idles for thirty days, one of staff for eight hours", async () => {
    const [ana, rui] = [await person("buyer"), await person("rep")];
    const startedAt = new Date();
    await keeper.start(ana.id, asBuyer, startedAt);
    await keeper.start(rui.id, asStaff, startedAt);
    const idle = async (id: number) => (await expiry(id)).expires_at.getTime() - startedAt.getTime();
    expect(Math.abs((await idle(ana.id)) - 30 * 24 * hour)).toBeLessThan(minute);
    expect(Math.abs((await idle(rui.id)) - 8 * hour)).toBeLessThan(minute);
  });

  test("a session nobody used for too long is over, and its row goes", async () => {
    const ana = await person("buyer");
    const token = await keeper.start(ana.id, asBuyer, new Date());
    await leaves(ana.id, -1);
    expect(await keeper.holderOf(token, new Date())).toBeNull();
    expect(await sql`select 1 from sessions where user_id = ${ana.id}`).toHaveLength(0);
  });

  test("use lengthens a session once half its time is over, not before", async () => {
    const rui = await person("rep");
    const token = await keeper.start(rui.id, asStaff, new Date());
    await leaves(rui.id, 5 * hour);
    const before = (await expiry(rui.id)).expires_at;
    await keeper.holderOf(token, new Date());
    expect((await expiry(rui.id)).expires_at).toEqual(before);
    await leaves(rui.id, 3 * hour);
    await keeper.holderOf(token, new Date());
    expect((await expiry(rui.id)).expires_at.getTime()).toBeGreaterThan(Date.now() + 7.9 * hour);
  });

  test("no use lengthens a session past its last moment", async () => {
    const rui = await person("rep");
    const startedAt = new Date(Date.now() - sessionLengths.staff.absoluteMilliseconds + hour);
    const token = await keeper.start(rui.id, asStaff, startedAt);
    await leaves(rui.id, hour / 2);
    expect(await keeper.holderOf(token, new Date())).not.toBeNull();
    const { expires_at, absolute_expires_at } = await expiry(rui.id);
    expect(expires_at).toEqual(absolute_expires_at);
    expect(await keeper.holderOf(token, absolute_expires_at)).toBeNull();
  });

  test("a disabled person holds no session", async () => {
    const ana = await person("buyer");
    const token = await keeper.start(ana.id, asBuyer, new Date());
    await sql`update users set is_disabled = true where id = ${ana.id}`;
    expect(await keeper.holderOf(token, new Date())).toBeNull();
  });

  test("staff who act as a customer hold that customer's session under their own name", async () => {
    const rui = await person("rep");
    const customerId = await customer();
    const token = await keeper.start(rui.id, { ...asStaff, actingCustomerId: customerId }, new Date());
    const held = await keeper.holderOf(token, new Date());
    expect([held?.user.id, held?.customer?.id, held?.session.actingCustomerId]).toEqual([
      rui.id,
      customerId,
      customerId,
    ]);
  });
}

describe("sessions kept by Lucia", () => contract(sessionKeeper));
describe("sessions kept plainly", () => contract(plainSessions));
