import { type BrowserContextOptions, type Page, test as plain } from "@playwright/test";
import postgres from "postgres";
import { tryPaymentsInDemo } from "#app/commands/test-payments.ts";
import { freePort } from "#db/embedded-postmaster.ts";
import { copyOf, dropDatabase } from "#tests/database/cluster.ts";
import { type RunningSite, startSite } from "#tests/database/site.ts";
import { Visitor } from "#tests/database/visitor.ts";

export { expect } from "@playwright/test";

type Site = RunningSite & { databaseUrl: string; file: string };
/** Signs somebody in through the form, with the demo password, and opens a page of theirs. */
export type SignIn = (email: string, options?: BrowserContextOptions) => Promise<Page>;
type Stage = { siteOf(file: string): Promise<Site> };
/** Whether the file's site takes online payments, on the demo's test page; worlds apart from the others. */
type Payments = { takesPayments: boolean };

/** The cart the demo buyer left is kept by its name, so that every journey begins with an empty one. */
async function beginWithEmptyCarts(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`update carts set is_current = false, name = 'Pedido da semana', set_aside_at = now()
    where is_current and buyer_id = (select id from users where email = 'buyer@demo.test')`;
  await sql.end();
}

/** A journey: `site` is a real server with a demo company of the file's own, `signedIn` a page somebody has signed in on. */
export const test = plain.extend<{ site: Site; signedIn: SignIn }, { stage: Stage } & Payments>({
  takesPayments: [false, { option: true, scope: "worker" }],
  stage: [
    async ({ browserName: _, takesPayments }, use) => {
      const clusterUrl = process.env.TEST_CLUSTER_URL as string;
      let site: Site | undefined;
      let trying: { stop(): Promise<void> } | undefined;
      const close = async () => {
        await site?.stop();
        await trying?.stop();
        if (site) await dropDatabase(clusterUrl, site.databaseUrl);
      };
      await use({
        async siteOf(file) {
          if (site?.file === file) return site;
          await close();
          const databaseUrl = await copyOf(clusterUrl, process.env.TEST_TEMPLATE as string, "journey");
          await beginWithEmptyCarts(databaseUrl);
          const port = await freePort();
          const url = `http://localhost:${port}`;
          const shop = { isDemo: true, databaseUrl, appUrl: url, listensAt: `http://127.0.0.1:${port}` };
          const payments = takesPayments ? await tryPaymentsInDemo(shop) : undefined;
          trying = payments;
          site = { ...(await startSite(databaseUrl, payments?.environment, port)), databaseUrl, file };
          return site;
        },
      });
      await close();
    },
    { scope: "worker" },
  ],
  site: async ({ stage }, use, info) => use(await stage.siteOf(info.file)),
  baseURL: async ({ site }, use) => use(site.url),
  signedIn: async ({ browser, site, contextOptions }, use) => {
    await use(async (email, options = {}) => {
      const visitor = await new Visitor(site.url).signIn(email);
      const context = await browser.newContext({ ...contextOptions, ...options, baseURL: site.url });
      await context.addCookies(
        visitor
          .cookie()
          .split("; ")
          .map((cookie) => cookie.split(/=(.*)/s))
          .map(([name = "", value = ""]) => ({ name, value, url: site.url })),
      );
      const page = await context.newPage();
      await page.goto("/");
      return page;
    });
  },
});
