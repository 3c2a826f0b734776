import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { newMark, quickOrderAfter } from "#app/domain/carts/quick-order.server.ts";
import { emptySheet, isDone, type Sheet } from "#app/domain/carts/quick-order.ts";
import { seeOther, unreadable } from "#app/http/answer.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { EntryLine } from "./entry-line.tsx";
import { PasteList } from "./paste-list.tsx";
import { sheetFormOf } from "./sheet-form.server.ts";
import { SheetRows } from "./sheet-rows.tsx";
import { SheetSummary } from "./sheet-summary.tsx";
import { useSheet } from "./use-sheet.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireBuyer(request);
  return emptySheet(newMark());
}

/** Reads the page as it was handed in and hands it back as it stands now; a list that went in whole leads to the cart. */
export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await sheetFormOf(request);
  if (!form.ok) return unreadable(form);
  const sheet = await quickOrderAfter(buyer, form.value, new Date());
  if (isDone(sheet)) return seeOther(paths.cart());
  return data(sheet, { status: sheet.textReason || sheet.fileReason ? 422 : 200 });
}

export default function QuickOrder() {
  const w = useWords(quickOrderWords);
  const page = useSheet(useLoaderData<typeof loader>());
  const { sheet, waiting } = page;
  const isEmpty = sheet.rows.length === 0 && waiting.length === 0;
  return (
    <div className="page">
      <PageHeader title={w.title} lead={w.lead} />
      <form
        ref={page.form}
        method="post"
        action={paths.quickOrder()}
        encType="multipart/form-data"
        onSubmit={page.submitted}
        className={isEmpty ? "grid gap-5" : "grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]"}
      >
        {/* Enter in a field looks at the page again; without this the first button would be pressed. */}
        <button type="submit" name="act" value="show" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="mark" value={sheet.mark} />
        <input type="hidden" name="remarks" value={sheet.remarks.join("\n")} />
        <div className="stack min-w-0">
          <Told sheet={sheet} />
          {page.hasFailed ? (
            <Notice tone="bad" title={w.failed}>
              <div className="spread mt-1">
                <p>{w.failedLead}</p>
                <Button size="sm" name="act" value="show">
                  {w.tryAgain}
                </Button>
              </div>
            </Notice>
          ) : null}
          {isEmpty ? null : <SheetRows page={page} />}
          <Card>
            <EntryLine page={page} />
          </Card>
          {isEmpty ? (
            <Card title={w.pasteTitle}>
              <PasteList page={page} />
            </Card>
          ) : (
            <Disclose summary={w.more} open={Boolean(sheet.textReason ?? sheet.fileReason)}>
              <Card>
                <PasteList page={page} />
              </Card>
            </Disclose>
          )}
        </div>
        <SheetSummary page={page} />
      </form>
    </div>
  );
}

/** What became of the last press of the button, where the buyer stays on the page. */
function Told({ sheet }: { sheet: Sheet }) {
  const w = useWords(quickOrderWords);
  const cart = useWords(cartWords);
  if (sheet.added === null) return null;
  return (
    <Notice tone={sheet.added > 0 ? "good" : "warn"} title={sheet.added > 0 ? w.added(sheet.added) : w.noneAdded}>
      {sheet.added > 0 ? (
        <a className="link" href={paths.cart()}>
          {cart.seeCart}
        </a>
      ) : null}
    </Notice>
  );
}
