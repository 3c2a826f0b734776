import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { endStockWish, wishForStock } from "#app/domain/catalog/stock-wishes.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { putOnList, takeOffList } from "#app/domain/lists/list-lines.server.ts";
import { ownPath, seeOther, unlessRefused, unreadableWithoutPage } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { text } from "#app/http/shapes.ts";
import { paths } from "#app/paths.ts";

const sku = text(60).optional();
const returnTo = z.string().max(500).optional();

/** The name of the button says what to do with the product it carries. */
const wanted = z.object({ favour: sku, unfavour: sku, tell: sku, untell: sku, returnTo });

/** Nothing to look at here: marks are set by buttons. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireBuyer(request);
  return seeOther(paths.lists());
}

/** Marks a product as a favourite or as waited for, or takes the mark away; who runs no scripts is sent back to the product. */
export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadableWithoutPage(form);
  const { favour, unfavour, tell, untell, returnTo } = form.value;
  const isOneAct = [favour, unfavour, tell, untell].filter(Boolean).length === 1;
  if (!isOneAct) return unreadableWithoutPage({ ok: false, errors: { form: { code: "required" } }, typed: form.typed });
  const done = await unlessRefused(form.typed, async () => {
    const marked = await markedBy(buyer, form.value, new Date());
    if (returnTo === undefined) return { done: true as const };
    const back = ownPath(returnTo, paths.lists());
    return seeOther(back.includes("#") || back === paths.product(marked) ? back : `${back}#p-${marked}`);
  });
  // Without scripts there is no page here to say a refusal on: the favourites say it, and are where it can be mended.
  if (returnTo === undefined || !("init" in done)) return done;
  return seeOther(paths.list("favourites", { refused: done.data.reasons[0]?.code }));
}

async function markedBy(buyer: Buyer, said: z.output<typeof wanted>, at: Date): Promise<string> {
  const { favour, unfavour, tell, untell } = said;
  if (favour) await putOnList(buyer, "favourites", { sku: favour, quantity: null }, at);
  if (unfavour) await takeOffList(buyer, "favourites", unfavour, at);
  if (tell) await wishForStock(buyer, tell, at);
  if (untell) await endStockWish(buyer, untell);
  return favour ?? unfavour ?? tell ?? untell ?? "";
}
