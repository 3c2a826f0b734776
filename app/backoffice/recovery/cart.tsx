import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { contact, outcome } from "#app/domain/recovery/follow-up.ts";
import { followUp, noteOutcome } from "#app/domain/recovery/follow-ups.server.ts";
import { cartStory } from "#app/domain/recovery/story.server.ts";
import { foundOr404, notFound, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { ownAddress } from "#app/http/own-address.server.ts";
import { rowId } from "#app/http/shapes.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Ago } from "#app/kit/day.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Money } from "#app/kit/money.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";
import { recoveryWords } from "#app/words/recovery.ts";
import { CartLines } from "./cart-lines.tsx";
import { CartSteps } from "./cart-steps.tsx";
import { ReasonBadge } from "./cart-table.tsx";
import { ContactForm } from "./contact-form.tsx";
import { Contacts } from "./contacts.tsx";
import { messageFor } from "./message.ts";

async function storyFor(scope: Scope, cart: string | undefined, asOf: Date) {
  const id = rowId.safeParse(cart);
  if (!id.success) throw notFound();
  const settings = await settingsAsOf(asOf);
  const story = await foundOr404(cartStory(scope, id.data, asOf, settings));
  return { story, settings };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const asOf = new Date();
  const { story, settings } = await storyFor(scope, params.cart, asOf);
  const text = messageFor(story, settings.companyName, ownAddress(paths.cart()));
  return { story, text, company: settings.companyName, asOf };
}

const wanted = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("contact"), ...contact.shape }),
  z.strictObject({ act: z.literal("outcome"), id: rowId, ...outcome.shape }),
]);

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const cart = rowId.safeParse(params.cart);
  if (!cart.success) throw notFound();
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  return unlessRefused(form.typed, async () => {
    if (form.value.act === "contact") await foundOr404(followUp(scope, cart.data, form.value, at));
    else await foundOr404(noteOutcome(scope, cart.data, form.value.id, form.value, at));
    return seeOther(paths.office.recoveryCart(cart.data));
  });
}

export default function QuietCart() {
  const { story, text, company, asOf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(recoveryWords);
  const kept = useWords(keptCartWords);
  const { cart } = story;
  const contacted = story.contacts.at(-1);
  const isQuietAgain = cart.outcome === "abandoned" && contacted !== undefined && contacted.at < cart.lastAt;
  const mayContact = cart.orderedAt === null && cart.outcome !== "quoted" && (contacted === undefined || isQuietAgain);
  return (
    <div className="page">
      <PageHeader
        trail={[{ label: w.recovery, href: paths.office.recovery() }, { label: cart.customerName }]}
        title={
          <>
            {cart.customerName} · <Money cents={cart.valueCents} />
          </>
        }
        marks={<ReasonBadge reason={cart.reason} />}
        lead={
          <>
            {w.cartStates[cart.outcome]} · {cart.buyerName} · {cart.keptAs ? `${kept.keptAs(cart.keptAs)} · ` : null}
            {w.quietSince.toLowerCase()} <Ago at={cart.lastAt} asOf={asOf} />
          </>
        }
        actions={
          <ButtonLink icon="file" href={paths.office.customer(cart.customerId)}>
            {w.customer}
          </ButtonLink>
        }
      />
      <FormErrors
        answer={answer}
        labels={{ text: w.text, medium: w.medium, outcome: w.outcomeLabel, notes: w.notes }}
      />
      <Notice tone={cart.outcome === "abandoned" ? "warn" : "info"} title={w.reasons[cart.reason]}>
        {w.reasonHelp[cart.reason]}
      </Notice>
      {cart.orderNumber ? (
        <Notice tone="good">
          <a className="link" href={paths.office.order(cart.orderNumber)}>
            {w.orderedBy(cart.orderNumber)}
          </a>
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="stack">
          <CartLines lines={story.lines} substitutes={story.substitutes} />
          <CartSteps steps={story.steps} />
        </div>
        <div className="stack order-first lg:order-last">
          {mayContact ? <ContactForm buyer={story.buyer} text={text} company={company} answer={answer} /> : null}
          <Contacts contacts={story.contacts} answer={answer} />
        </div>
      </div>
    </div>
  );
}
