import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { boughtBefore } from "#app/domain/pricing/shelf.server.ts";
import { dueCountOf } from "#app/domain/replenishment/list.server.ts";
import { waitingQuestionOf } from "#app/domain/satisfaction/answers.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { QuestionCard } from "#app/storefront/satisfaction/question-card.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";
import { ShelfCards } from "./shelf-cards.tsx";
import { shown } from "./shown-item.ts";

/** What this customer usually buys, and the way into every category. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, user, mayOrder, buyer } = await requireBuyer(request);
  const asOf = new Date();
  const today = dayOf(asOf);
  const [{ categories }, usual, due, question, settings] = await Promise.all([
    aisles(),
    boughtBefore(customer, today, buyer.userId),
    dueCountOf(customer.id, asOf),
    waitingQuestionOf(buyer),
    settingsAsOf(asOf),
  ]);
  return {
    name: user.name.split(" ")[0] ?? user.name,
    company: customer.tradeName,
    usual: usual.map(shown),
    due,
    categories: categories.map(({ key, name, picture, count }) => ({ key, name, picture, count })),
    today,
    mayOrder,
    question,
    seller: settings.companyName,
  };
}

export default function Home() {
  const { name, company, usual, due, categories, today, mayOrder, question, seller } = useLoaderData<typeof loader>();
  const w = useWords(catalogWords);
  const replenishment = useWords(replenishmentWords);
  const locale = useLocale();
  return (
    <div className="page gap-8">
      <PageHeader title={w.hello(name)} lead={w.helloLead(company)} />
      {due > 0 ? (
        <Notice title={replenishment.dueCount(due)}>
          <div className="spread">
            <span>{replenishment.dueOnHome}</span>
            <ButtonLink href={paths.replenish()} icon="repeat" size="sm">
              {replenishment.open}
            </ButtonLink>
          </div>
        </Notice>
      ) : null}
      {question ? <QuestionCard number={question} company={seller} /> : null}
      {usual.length === 0 && mayOrder ? (
        <Notice title={w.firstOrder}>
          <div className="spread">
            <span>{w.firstOrderLead}</span>
            <ButtonLink href={paths.quickOrder()} icon="list" size="sm">
              {w.quickOrder}
            </ButtonLink>
          </div>
        </Notice>
      ) : null}
      {usual.length > 0 ? (
        <section className="stack" aria-labelledby="usual">
          <div className="spread">
            <h2 id="usual">{w.boughtBefore}</h2>
            <a className="link" href={paths.catalog(null, { bought: 1, sort: "bought" })}>
              {w.boughtBeforeAll}
            </a>
          </div>
          <ShelfCards items={usual} today={today} returnTo={paths.home()} mayOrder={mayOrder} />
        </section>
      ) : null}
      <section className="stack" aria-labelledby="categories">
        <h2 id="categories">{w.categories}</h2>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {categories.length === 0 ? (
            <a className="aisle-card" href={paths.catalog()}>
              {w.catalog}
            </a>
          ) : null}
          {categories.map((category) => (
            <a key={category.key} className="aisle-card" href={paths.catalog(category.key)}>
              <ProductPicture picture={category.picture} alt="" size={56} />
              <span>
                {category.name}
                <span className="faint block font-normal">
                  {w.products(formatNumber(category.count, locale), category.count === 1)}
                </span>
              </span>
            </a>
          ))}
        </div>
      </section>
    </div>
  );
}
