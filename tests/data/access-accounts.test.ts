import { expect, test } from "vitest";
import { createAccount, reviseAccount } from "#app/access/accounts.server.ts";
import { startActing, stopActing } from "#app/access/acting.server.ts";
import { type Admission, admit, decline } from "#app/access/admission.server.ts";
import { requireBuyer, requireStaff } from "#app/access/doors.server.ts";
import { sessionKeeper } from "#app/access/lucia.server.ts";
import { openSession } from "#app/access/signing-in.server.ts";
import { invite, people, revisePerson } from "#app/access/team.server.ts";
import { accessRequestsPage, askForAccess } from "#app/domain/customers/access-requests.server.ts";
import { addressesOf } from "#app/domain/customers/addresses.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { customer, person } from "#tests/builders/people.ts";

const at = new Date("2026-11-20T15:00:00Z");
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (why: unknown) => (why instanceof Refusal ? why.code : why),
  );
const wish = {
  cnpj: "12ABC34501DE35",
  legalName: "Empório da Serra Ltda",
  contactName: "Ana Serra",
  email: "ana@serra.test",
  phone: "11 98888-7777",
  postalCode: "13930000",
  street: "Rua Coronel Pedro Penteado",
  number: "12",
  complement: null,
  district: "Centro",
  city: "Serra Negra",
  uf: "SP",
  message: null,
};
const waitingNow = { state: "waiting", q: "", uf: [] } as const;
const asked = async (email: string, cnpj: string) => {
  await askForAccess({ ...wish, email, cnpj }, at);
  const [row] = await sql<
    { id: number }[]
  >`select id from access_requests where email = ${email} and decided_at is null`;
  return (row as { id: number }).id;
};
const scopeOf = (id: number) => ({ userId: id, repId: null });
const newOne: Admission & { kind: "new" } = {
  kind: "new",
  terms: {
    tradeName: "Empório da Serra",
    priceTableId: null,
    repId: null,
    groupId: null,
    creditLimitCents: 500_000,
    paymentTermsIds: [],
  },
  buyerRole: "orders",
};

test("who asks for access and is let in becomes the buyer of a new customer, invited by mail", async () => {
  const [manager, rep] = [await person("manager"), await person("rep")];
  const id = await asked("ana@serra.test", wish.cnpj);
  const customerId = await admit(scopeOf(manager.id), id, { ...newOne, terms: { ...newOne.terms, repId: rep.id } }, at);
  const [made] = await sql`select cnpj, trade_name, rep_id, access_granted_at from customers where id = ${customerId}`;
  expect(made).toEqual({ cnpj: wish.cnpj, trade_name: "Empório da Serra", rep_id: rep.id, access_granted_at: at });
  expect(await addressesOf(customerId)).toMatchObject([{ postalCode: "13930000", number: "12", isDefault: true }]);
  const [buyer] = await sql`select role, customer_id, password_hash from users where email = 'ana@serra.test'`;
  expect(buyer).toEqual({ role: "buyer", customer_id: customerId, password_hash: null });
  expect(await sql`select 1 from outbox where "to" = 'ana@serra.test' and text like '%/invite/%'`).toHaveLength(1);
  expect(await codeOf(admit(scopeOf(manager.id), id, newOne, at))).toBe("already_decided");
});

test("of five who answer one request at once, one is heard and one customer is made", async () => {
  const manager = await person("manager");
  const id = await asked("corrida@serra.test", "11222333000181");
  const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(admit(scopeOf(manager.id), id, newOne, at))));
  expect(codes.sort()).toEqual(["already_decided", "already_decided", "already_decided", "already_decided", "done"]);
  expect(await sql`select 1 from customers where cnpj = '11222333000181'`).toHaveLength(1);
});

test("who asks for a customer the house has is let in there, and its terms stay", async () => {
  const manager = await person("manager");
  const customerId = await customer({ cnpj: "00000000E08G12", name: "Casa Antiga" });
  const id = await asked("novo@antiga.test", "00000000E08G12");
  const page = await accessRequestsPage({ ...waitingNow, uf: [] }, 1);
  expect(page.rows.find((row) => row.id === id)).toMatchObject({ customerId, customerName: "Casa Antiga" });
  await admit(scopeOf(manager.id), id, { kind: "existing", customerId, buyerRole: "views" }, at);
  const [buyer] = await sql`select customer_id, buyer_role from users where email = 'novo@antiga.test'`;
  expect(buyer).toEqual({ customer_id: customerId, buyer_role: "views" });
});

test("an admission that cannot be finished leaves nothing behind", async () => {
  const manager = await person("manager");
  await person("buyer", { email: "ja@existe.test" });
  const id = await asked("ja@existe.test", "45997418000153");
  expect(await codeOf(admit(scopeOf(manager.id), id, newOne, at))).toBe("email_taken");
  expect(await sql`select 1 from customers where cnpj = '45997418000153'`).toHaveLength(0);
  const [row] = await sql`select decided_at from access_requests where id = ${id}`;
  expect(row?.decided_at).toBeNull();
});

test("a declined request is told by mail, and asking again while waiting is one request", async () => {
  const manager = await person("manager");
  const id = await asked("recusada@serra.test", "60701190000104");
  expect(await asked("recusada@serra.test", "60701190000104")).toBe(id);
  await decline(scopeOf(manager.id), id, "Ainda não entregamos na região.", at);
  const [mail] = await sql`select text from outbox where "to" = 'recusada@serra.test'`;
  expect(mail?.text).toContain("Ainda não entregamos na região.");
  expect(await codeOf(decline(scopeOf(manager.id), id, null, at))).toBe("already_decided");
});

test("a wish sent ten times at once is one wish", async () => {
  const twice = { ...wish, email: "dedo@nervoso.test", cnpj: "19131243000197" };
  await Promise.all(Array.from({ length: 10 }, () => askForAccess(twice, at)));
  expect(await sql`select 1 from access_requests where email = ${twice.email}`).toHaveLength(1);
});

test("wishes are found by company, person, city, e-mail, CNPJ and state, and say that another of the same CNPJ waits", async () => {
  const cnpj = "27865757000102";
  await askForAccess({ ...wish, cnpj, email: "um@busca.test", contactName: "Zuleica", city: "Ubá", uf: "MG" }, at);
  await askForAccess({ ...wish, cnpj, email: "dois@busca.test", contactName: "Zózimo", city: "Ubá", uf: "MG" }, at);
  const found = async (q: string, uf: string[] = []) =>
    (await accessRequestsPage({ ...waitingNow, q, uf }, 1)).rows.map((row) => row.contactName).sort();
  expect(await found("zozimo")).toEqual(["Zózimo"]);
  expect(await found("uba")).toEqual(["Zuleica", "Zózimo"]);
  expect(await found("27.865.757/0001-02")).toEqual(["Zuleica", "Zózimo"]);
  expect(await found("DOIS@busca")).toEqual(["Zózimo"]);
  expect(await found("zuleica", ["SP"])).toEqual([]);
  expect(await found("%")).toEqual([]);
  const { rows } = await accessRequestsPage({ ...waitingNow, q: "zuleica", uf: ["MG"] }, 1);
  expect(rows[0]?.othersWaiting).toBe(1);
});

test("an account opens the shop to its customer, and an e-mail has one account only", async () => {
  const customerId = await customer();
  const buyer = { email: "dona@loja.test", name: "Dona", role: "buyer", customerId } as const;
  const made = await Promise.all(Array.from({ length: 5 }, () => codeOf(createAccount(buyer, at))));
  expect(made.sort()).toEqual(["done", "email_taken", "email_taken", "email_taken", "email_taken"]);
  const [row] = await sql`select access_granted_at from customers where id = ${customerId}`;
  expect(row?.access_granted_at).toEqual(at);
  expect(await codeOf(createAccount({ ...buyer, email: "x@loja.test", customerId: null }, at))).toBe("invalid_input");
  expect(await codeOf(createAccount({ email: "y@loja.test", name: "Y", role: "rep", customerId }, at))).toBe(
    "invalid_input",
  );
});

test("a new role and being disabled end every session; a new name does not", async () => {
  const rui = await person("rep");
  const start = { kind: "staff", actingCustomerId: null, userAgent: null, address: null } as const;
  const now = new Date();
  const first = await sessionKeeper.start(rui.id, start, now);
  await reviseAccount(rui.id, { name: "Rui Novo" }, { userId: null }, now);
  expect((await sessionKeeper.holderOf(first, now))?.user.name).toBe("Rui Novo");
  await reviseAccount(rui.id, { role: "manager" }, { userId: null }, now);
  expect(await sessionKeeper.holderOf(first, now)).toBeNull();
  const second = await sessionKeeper.start(rui.id, start, now);
  await reviseAccount(rui.id, { isDisabled: true }, { userId: null }, now);
  await reviseAccount(rui.id, { isDisabled: false }, { userId: null }, now);
  expect(await sessionKeeper.holderOf(second, now)).toBeNull();
});

test("there is always an administrator, even when two disable each other at once", async () => {
  await sql`update users set is_disabled = true where role = 'admin'`;
  const [one, two] = [await person("admin"), await person("admin")];
  const codes = await Promise.all([
    codeOf(reviseAccount(one.id, { isDisabled: true }, { userId: two.id }, at)),
    codeOf(reviseAccount(two.id, { role: "rep" }, { userId: one.id }, at)),
  ]);
  expect(codes.sort()).toEqual(["done", "not_allowed"]);
  expect(await sql`select 1 from users where role = 'admin' and not is_disabled`).toHaveLength(1);
});

test("only an administrator makes or changes one; nobody disables themselves or makes staff of a buyer", async () => {
  const [admin, manager, buyer] = [await person("admin"), await person("manager"), await person("buyer")];
  const asManager = { id: manager.id, role: "manager" } as const;
  const asAdmin = { id: admin.id, role: "admin" } as const;
  const newAdmin = {
    email: "n@casa.test",
    name: "N",
    phone: null,
    role: "admin",
    customerId: null,
    buyerRole: null,
  } as const;
  expect(await codeOf(invite(asManager, newAdmin, at))).toBe("not_allowed");
  expect(await codeOf(revisePerson(asManager, admin.id, { name: "X" }, at))).toBe("not_allowed");
  expect(await codeOf(revisePerson(asManager, manager.id, { role: "admin" }, at))).toBe("not_allowed");
  expect(await codeOf(revisePerson(asAdmin, admin.id, { isDisabled: true }, at))).toBe("not_allowed");
  expect(await codeOf(revisePerson(asAdmin, buyer.id, { role: "manager" }, at))).toBe("not_allowed");
  expect(await codeOf(invite(asAdmin, newAdmin, at))).toBe("done");
});

test("people are found by name, e-mail or customer, each on their own side", async () => {
  const customerId = await customer({ name: "Padaria Girassol" });
  const buyer = await person("buyer", { customerId });
  const found = await people("buyers", "girassol", 1);
  expect(found.rows.map((one) => one.id)).toEqual([buyer.id]);
  expect((await people("staff", "girassol", 1)).total).toBe(0);
  expect((await people("buyers", "%", 1)).total).toBe(0);
});

test("a rep acts as their own customers only, under their own name, with a new token each way, and it is on record", async () => {
  const [rui, other] = [await person("rep"), await person("rep")];
  const [own, foreign] = [await customer({ repId: rui.id }), await customer({ repId: other.id })];
  const now = new Date();
  const bare = new Request("http://localhost:3000/office");
  const withCookie = (headers: Record<string, string> | undefined) =>
    new Request("http://localhost:3000/office", { headers: { Cookie: headers?.["Set-Cookie"]?.split(";")[0] ?? "" } });
  const user = { id: rui.id, name: "Rui", email: rui.email, role: "rep", buyerRole: null, locale: null } as const;
  const first = withCookie(await openSession(bare, user, "", now));
  const coming = (request: Request) => ({ request, address: "", requestId: "r-1" });
  const staff = await requireStaff(first, "portfolio");
  expect(await codeOf(startActing(staff, foreign, coming(first), now))).toBe("not_found");
  const acting = withCookie(await startActing(staff, own, coming(first), now));
  expect((await requireBuyer(acting)).buyer).toEqual({
    userId: rui.id,
    customerId: own,
    actingUserId: rui.id,
    mayOrder: true,
  });
  const actingStaff = await requireStaff(acting, "portfolio");
  expect(actingStaff.actingAs?.id).toBe(own);
  const after = withCookie(await stopActing(actingStaff, coming(acting), now));
  expect((await requireStaff(after, "portfolio")).actingAs).toBeNull();
  const trail = await sql`select action, actor_id, customer_id, request_id from audit_entries
    where actor_id = ${rui.id} and action like 'acting_%' order by id`;
  expect(trail).toEqual([
    { action: "acting_started", actor_id: rui.id, customer_id: own, request_id: "r-1" },
    { action: "acting_stopped", actor_id: rui.id, customer_id: own, request_id: "r-1" },
  ]);
});
