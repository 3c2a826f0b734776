import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { hashOf, newSecret } from "#app/access/token.ts";
import { shareDays } from "#app/domain/catalog/share-link.ts";
import { makeShareLink, revokeShareLink, shareLinksIn } from "#app/domain/catalog/share-links.server.ts";
import { chosenBy } from "#app/domain/choices/choices.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { ownAddress } from "#app/http/own-address.server.ts";
import { searchOf } from "#app/http/search.ts";
import { optionalText, rowId, text } from "#app/http/shapes.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shareLinkWords } from "#app/words/share-links.ts";
import { LinkForm } from "./link-form.tsx";
import { LinkTable } from "./link-table.tsx";

const token = z.string().regex(/^[\w-]{43}$/);
const days = z.enum(shareDays.map(String)).transform(Number);
const wanted = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("make"),
    token,
    name: text(80),
    category: optionalText(200),
    supplier: optionalText(200),
    days,
  }),
  z.strictObject({ act: z.literal("revoke"), id: rowId }),
]);
const asked = z.object({ revoked: z.literal("1").optional() });

/** The links of the scope and what a new one can show; the page carries the token of the next one, so a form sent twice makes one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  return {
    links: await shareLinksIn(scope),
    token: newSecret(),
    isRevoked: searchOf(request, asked).value.revoked === "1",
    now: new Date(),
  };
}

/** Makes a link and shows its address this once, or ends one. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const said = form.value;
  return unlessRefused(form.typed, async () => {
    if (said.act === "revoke") {
      await foundOr404(revokeShareLink(scope, said.id, new Date()));
      throw seeOther(paths.office.shareLinks({ revoked: 1 }));
    }
    const chosen = await chosenBy(scope, {
      category: { kind: "category", said: said.category, kept: null },
      supplier: { kind: "supplier", said: said.supplier, kept: null },
    });
    const { name, days } = said;
    const wish = { name, days, category: chosen.category?.code ?? null, supplier: chosen.supplier?.code ?? null };
    await makeShareLink(scope, hashOf(said.token), wish, new Date());
    return data({ done: true as const, address: ownAddress(paths.share(said.token)), name: said.name });
  });
}

export default function ShareLinks() {
  const { links, token: next, isRevoked, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(shareLinkWords);
  const made = answer?.done ? answer : null;
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={w.lead}
        actions={
          <ButtonLink href={paths.office.catalogPdf()} icon="download">
            {w.pdf}
          </ButtonLink>
        }
      />
      {made ? (
        <Notice tone="good" title={`${w.made}: ${made.name}`}>
          <p>{w.madeLead}</p>
          <label className="field mt-2">
            <span className="label">{w.address}</span>
            <input className="input" readOnly value={made.address} />
          </label>
        </Notice>
      ) : null}
      {isRevoked && !answer ? <Notice tone="good">{w.revoked}</Notice> : null}
      <Card title={w.make}>
        <LinkForm key={next} token={next} days={[...shareDays]} answer={refusalIn(answer)} />
      </Card>
      <Card title={w.links} flush={links.length > 0}>
        <LinkTable links={links} now={now} />
      </Card>
    </div>
  );
}
