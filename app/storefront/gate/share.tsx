import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { countTry } from "#app/access/throttle.server.ts";
import { hashOf } from "#app/access/token.ts";
import { sharedBy } from "#app/domain/catalog/share-links.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { catalogOf } from "#app/domain/pricing/catalog-sheet.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { foundOr404 } from "#app/http/answer.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { LanguageSwitch } from "#app/kit/language-switch.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { SkipLink } from "#app/kit/skip-link.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { shareLinkWords } from "#app/words/share-links.ts";

const perAddress = { name: "share", tries: 240, minutes: 15 };
const pageSize = 48;
const asked = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

/** The part of the catalogue a link shows, without any price or stock; its token is the key, and no other door opens by it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = new Date();
  await within(countTry(perAddress, context.clientAddress, at));
  const { page } = searchOf(request, asked).value;
  const shared = await foundOr404(sharedBy(hashOf(params.token ?? ""), page === 1, at));
  const choice = {
    categories: shared.category ? [shared.category.key] : [],
    suppliers: shared.supplier ? [shared.supplier.key] : [],
    q: "",
    isInStock: false,
    boughtBy: null,
    among: null,
  };
  const [{ products, total }, { companyName, logo }] = await Promise.all([
    catalogOf(choice, pageSize, (page - 1) * pageSize),
    settingsAsOf(at),
  ]);
  return data(
    {
      of: [shared.category?.name, shared.supplier?.name].filter(Boolean).join(" · "),
      products: products.map(({ sku, name, unit, picture, supplier, packMultiple }) => ({
        sku,
        name,
        unit,
        picture,
        supplier,
        packMultiple,
      })),
      total,
      page,
      company: companyName,
      logo,
    },
    { headers: { "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer" } },
  );
}

/** Whoever asks too often is turned away for a while. */
async function within(counted: Promise<void>): Promise<void> {
  try {
    await counted;
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === "too_many_attempts") throw new Response(null, { status: 429 });
    throw fault;
  }
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? [data.of, data.company].filter(Boolean).join(" · ") : "Carteira" },
  { name: "robots", content: "noindex, nofollow" },
];

export default function Shared() {
  const { of, products, total, page, company, logo } = useLoaderData<typeof loader>();
  const w = useWords(shareLinkWords);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <>
      <SkipLink />
      <header className="shop-head">
        <div className="shop-wide py-3">
          <p className="text-md font-semibold tracking-tight">
            {logo ? <img src={logo} alt={company} className="max-h-12 w-auto max-w-full" /> : company}
          </p>
        </div>
      </header>
      <main id="content" className="shop-wide shop-main">
        <div className="page">
          <header className="stack-sm">
            <h1>{of || w.publicTitle(company)}</h1>
            <p className="text-muted">
              {w.found(formatNumber(total, locale), total === 1)} · {w.publicLead}
            </p>
          </header>
          {products.length === 0 ? (
            <EmptyState icon="box" title={w.nothing} />
          ) : (
            <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-6">
              {products.map((product) => (
                <li key={product.sku} className="card grid content-start gap-2 p-3">
                  <ProductPicture picture={product.picture} alt="" size={200} />
                  <div className="min-w-0">
                    <p className="text-sm break-words text-muted">
                      {[product.sku, product.supplier].filter(Boolean).join(" · ")}
                    </p>
                    <h2 className="text-base font-medium break-words">{product.name}</h2>
                    <p className="text-sm text-muted">{w.pack(product.unit, product.packMultiple)}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <Pagination page={page} pageSize={pageSize} total={total} />
          <section className="card card-pad stack-sm" aria-labelledby="want">
            <h2 id="want">{w.want}</h2>
            <p className="max-w-prose text-muted">{w.wantLead}</p>
            <p className="row">
              <ButtonLink look="primary" href={paths.requestAccess()}>
                {w.request}
              </ButtonLink>
              <ButtonLink look="quiet" href={paths.signIn()}>
                {w.haveAccess}
              </ButtonLink>
            </p>
          </section>
          <LanguageSwitch action={paths.preferences()} backTo={`${pathname}${search}`} />
        </div>
      </main>
    </>
  );
}
