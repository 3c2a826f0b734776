import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { RouteConfigEntry } from "@remix-run/route-config";
import postgres from "postgres";
import routes from "#app/routes.ts";
import { expect, type SignIn, test } from "./fixtures.ts";

test.describe.configure({ mode: "parallel" });
test.use({ takesPayments: true });

type Stage = { browser: Browser; signedIn: SignIn; site: { url: string } };
type Look = { locale: "pt-BR" | "en"; theme: "light" | "dark"; width: 390 | 1440 };

const calm: Look = { locale: "pt-BR", theme: "light", width: 1440 };
const other: Look = { locale: "en", theme: "dark", width: 390 };
const between: Look[] = [
  { locale: "en", theme: "light", width: 1440 },
  { locale: "pt-BR", theme: "light", width: 390 },
  { locale: "pt-BR", theme: "dark", width: 390 },
  { locale: "en", theme: "dark", width: 1440 },
];

/** The rules whose answer can change with language, light and width; the others have been asked once, on the calm look. */
const ofTheLook = [
  ...["color-contrast", "target-size", "scrollable-region-focusable", "html-has-lang", "valid-lang"],
  ...["link-name", "button-name", "image-alt", "label", "select-name", "summary-name"],
];

/** The addresses of all screens of the route table: what has no page of its own, files and acts, is a `.ts` there. */
function screensOf(entries: readonly RouteConfigEntry[], above = ""): string[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above;
    const isScreen = entry.file.endsWith(".tsx") && !entry.children;
    return [...(isScreen ? [path || "/"] : []), ...screensOf(entry.children ?? [], path)];
  });
}

const screens = screensOf(routes);
const isOffice = (path: string) => path.startsWith("/office");
const isGate = (path: string) =>
  [
    "/sign-in",
    "/sign-in/code",
    "/request-access",
    "/forgot-password",
    "/reset-password/:token",
    "/invite/:token",
    "/confirm-email/:token",
    "/share/:token",
    "/about/:text",
    "/*",
  ].includes(path);

/** Real rows for the places an address holds, one that each role may see. */
async function examples(databaseUrl: string): Promise<Record<string, string>> {
  const sql = postgres(databaseUrl, { max: 1 });
  const rep = sql`(select id from users where email = 'rep@demo.test')`;
  const [found] = await sql<Record<string, string>[]>`select
    (select sku from products where sku = 'SER-1180') as ":sku",
    (select number from orders where customer_id = 1 and kind = 'order' order by placed_at desc limit 1) as ":number",
    (select id::text from customers where id = 1) as ":id",
    (select c.id::text from carts c join customers k on k.id = c.customer_id join users u on u.id = c.buyer_id and u.role = 'buyer'
      where k.rep_id = ${rep} and c.ordered_at is null order by c.id desc limit 1) as ":cart",
    (select a.id::text from activities a join customers k on k.id = a.customer_id
      where k.rep_id = ${rep} and a.kind = 'visit' order by a.id desc limit 1) as visit,
    (select r.id::text from receivables r join customers k on k.id = r.customer_id where k.rep_id = ${rep}
      order by r.id desc limit 1) as receivable,
    (select l.id::text from lists l join users u on u.id = l.owner_id
      where u.email = 'buyer@demo.test' and not l.is_favourites order by l.id limit 1) as list,
    (select a.id::text from approvals a where a.decided_at is null order by a.id limit 1) as approval,
    (select number::text from quotes where customer_id = 1 and answered_at is not null and accepted_at is null
      order by number desc limit 1) as quote,
    (select q.number::text from quotes q join customers k on k.id = q.customer_id
      where k.rep_id = ${rep} and q.answered_at is null order by q.number desc limit 1) as "quoteAsked",
    (select o.number from satisfaction_questions q join orders o on o.customer_id = q.customer_id and o.id = q.order_id
      join users u on u.id = q.buyer_id where u.email = 'buyer@demo.test' limit 1) as asked,
    (select id::text from payment_attempts where paid_at is not null and applied_at is null) as payment,
    (select o.number from orders o join payment_attempts a on a.customer_id = o.customer_id and a.order_id = o.id
      where o.paid_at is null and o.cancelled_at is null and a.method = 'boleto') as ":awaiting",
    (select o.number from orders o join payment_attempts a on a.customer_id = o.customer_id and a.order_id = o.id
      where o.customer_id = 1 and o.paid_at is not null and a.failed_at is not null) as ":paid",
    (select session_id from payment_attempts where method = 'card' and paid_at is null and expires_at > now()) as ":page",
    (select regexp_replace(voucher_url, '.*/', '') from payment_attempts where method = 'boleto' and voucher_url is not null) as ":slip",
    (select id::text from users where email = 'rep@demo.test') as member`;
  await sql`insert into import_runs (kind, file_name, started_by, started_at, finished_at, failure)
    select 'customers', 'clientes.csv', ${rep}, now(), now(), '{}' where not exists (select from import_runs)`;
  await sql`insert into share_links (token_hash, name, created_by, created_at, expires_at)
    values (encode(sha256('shared'), 'hex'), 'Feira', ${rep}, now(), now() + interval '1 day') on conflict do nothing`;
  await sql.end();
  return {
    ":text": "privacy",
    ":code": "ATACADO",
    ":key": "revenue",
    ":category?": "",
    ":token": "none",
    "*": "nowhere",
    ...found,
  };
}

function filled(path: string, values: Record<string, string>): string {
  return path
    .replace("/office/visits/:id", `/office/visits/${values.visit}`)
    .replace("/office/receivables/:id", `/office/receivables/${values.receivable}`)
    .replace("/office/payments/:id", `/office/payments/${values.payment}`)
    .replace("/office/quotes/:number", `/office/quotes/${values.quoteAsked}`)
    .replace("/quotes/:number", `/quotes/${values.quote}`)
    .replace("/share/:token", "/share/shared")
    .replace("/orders/:number/satisfaction", `/orders/${values.asked}/satisfaction`)
    .replace("/lists/:id", `/lists/${values.list}`)
    .replace("/approvals/:id", `/approvals/${values.approval}`)
    .replace("/office/team/:id", `/office/team/${values.member}`)
    .replace(/:\w+\??|\*/g, (place) => values[place] ?? place)
    .replace(/(.)\/$/, "$1");
}

async function dressed(page: Page, url: string, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 });
  await page.context().addCookies([
    { name: "locale", value: look.locale, url },
    { name: "theme", value: look.theme, url },
  ]);
}

/** Further rows of a long list, cut like those before them: reading all of them again would take most of the time. */
const moreOfTheSame = ["tbody tr:nth-child(n+7)", ".divide-y > li:nth-child(n+7)", ".shelf > :nth-child(n+7)"];

/** Opens a screen and says what stands between it and everybody: axe's findings, and a page wider than its window. */
async function faultsOf(page: Page, path: string, look: Look): Promise<string[]> {
  const answer = await page.goto(path);
  const where = `${path} ${look.locale} ${look.theme} ${look.width}`;
  if (!answer || answer.status() >= (path === "/nowhere" ? 500 : 400)) return [`${where}: ${answer?.status()}`];
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  // Without frames one page is enough: axe would open a second one to put together what it found, at twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  axe.exclude(moreOfTheSame.join(", "));
  if (look === calm) axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  else axe.withRules(ofTheLook);
  const { violations } = await axe.analyze();
  const named = violations.map(
    ({ id, nodes }) =>
      `${where}: ${id} at ${nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
  return wider > 0 ? [`${where}: ${wider} px wider than the window`, ...named] : named;
}

const calmly: BrowserContextOptions = { reducedMotion: "reduce" };

const stranger = async (browser: Browser, baseURL: string): Promise<Page> =>
  (await browser.newContext({ ...calmly, baseURL })).newPage();

type Visit = { who: string; email: string | null; addresses: string[]; main: string[] };

const office = screens.filter(isOffice);
const visits: Visit[] = [
  { who: "a stranger", email: null, addresses: screens.filter(isGate), main: ["/sign-in", "/request-access"] },
  {
    who: "a buyer",
    email: "buyer@demo.test",
    addresses: [
      ...screens.filter((path) => !isOffice(path) && !isGate(path) && path !== "/approvals/:id"),
      "/orders/:paid",
    ],
    main: ["/catalog", "/search?q=incenso", "/products/SER-1180", "/cart", "/quick-order"],
  },
  {
    who: "a buyer who pays online",
    email: "buyer2@demo.test",
    addresses: ["/orders/:awaiting", "/test-payments/pay/:page", "/test-payments/voucher/:slip"],
    main: ["/orders/:awaiting"],
  },
  {
    who: "an approver",
    email: "approver@demo.test",
    addresses: ["/approvals", "/approvals/:id", "/account/people"],
    main: ["/approvals"],
  },
  {
    who: "a rep",
    email: "rep@demo.test",
    addresses: ["/office", "/office/customers/:id", "/office/agenda", "/office/visits/:id"],
    main: ["/office"],
  },
  {
    who: "an administrator in the first half of the office",
    email: "admin@demo.test",
    addresses: office.slice(0, office.length / 2),
    main: ["/office/customers/1"],
  },
  {
    who: "an administrator in the second half of the office",
    email: "admin@demo.test",
    addresses: [...office.slice(office.length / 2), "/office/payments?view=all", "/office/orders/:paid"],
    main: ["/office/funnel"],
  },
];

/** Signs in whom the visit is about; a buyer has something in the cart, so that cart and checkout show what they are for. */
async function arrived({ email }: Visit, { browser, signedIn, site }: Stage): Promise<Page> {
  if (!email) return stranger(browser, site.url);
  const page = await signedIn(email, calmly);
  if (email === "buyer@demo.test") {
    await page.goto("/products/SER-1180");
    await page.getByRole("button", { name: /^Adicionar Café Serra torrado e moído tradicional/ }).click();
    await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
  }
  return page;
}

for (const visit of visits) {
  for (const look of [calm, other]) {
    test(`everybody can use each screen of ${visit.who} (${look.locale}, ${look.theme}, ${look.width} px)`, async ({
      browser,
      signedIn,
      site,
    }) => {
      test.setTimeout(240_000);
      const page = await arrived(visit, { browser, signedIn, site });
      const values = await examples(site.databaseUrl);
      await dressed(page, site.url, look);
      const faults: string[] = [];
      for (const path of visit.addresses) faults.push(...(await faultsOf(page, filled(path, values), look)));
      expect(faults).toEqual([]);
    });
  }

  test(`the main screens of ${visit.who} stand in every language, light and width`, async ({
    browser,
    signedIn,
    site,
  }) => {
    test.setTimeout(240_000);
    const page = await arrived(visit, { browser, signedIn, site });
    const values = await examples(site.databaseUrl);
    const faults: string[] = [];
    for (const look of between) {
      await dressed(page, site.url, look);
      for (const path of visit.main) faults.push(...(await faultsOf(page, filled(path, values), look)));
    }
    expect(faults).toEqual([]);
  });
}
