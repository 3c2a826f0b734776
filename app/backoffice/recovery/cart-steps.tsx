import type { StoryStep } from "#app/domain/recovery/story.server.ts";
import { isReason, type Reason } from "#app/domain/refusal.ts";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import type { IconName } from "#app/kit/icon.tsx";
import { Timeline } from "#app/kit/timeline.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { cartStepWords } from "#app/words/cart-steps.ts";
import type { Locale } from "#app/words/locale.ts";
import { formatUnitPrice } from "#app/words/numbers.ts";
import { recoveryWords } from "#app/words/recovery.ts";
import { refusalWords } from "#app/words/refusals.ts";

const icons: Record<string, IconName> = {
  signed_in: "enter",
  visited: "store",
  searched: "search",
  viewed: "eye",
  added: "plus",
  changed: "edit",
  removed: "minus",
  cart_viewed: "cart",
  checkout_opened: "receipt",
  terms_wanted: "calendar",
  refused: "danger",
  approval_asked: "clock",
  approval_returned: "undo",
  approval_withdrawn: "close",
  ordered: "success",
};

type Said = (typeof cartStepWords)["pt-BR"];

function detail(step: StoryStep, key: string): string {
  const details = step.details;
  if (details === null || typeof details !== "object" || !(key in details)) return "";
  return String((details as Record<string, unknown>)[key] ?? "");
}

function reasonsIn(step: StoryStep): Reason[] {
  const details = step.details;
  if (details === null || typeof details !== "object" || !("reasons" in details)) return [];
  const reasons: unknown[] = Array.isArray(details.reasons) ? details.reasons : [];
  return reasons.filter(isReason);
}

function titleOf(step: StoryStep, w: Said): string {
  const product = step.productName ?? step.sku ?? "";
  switch (step.kind) {
    case "signed_in":
      return w.signed_in;
    case "visited":
      return w.visited;
    case "searched":
      return w.searched(step.query ?? "", step.results ?? 0);
    case "viewed":
      return w.viewed(product);
    case "added":
      return w.added(product, step.quantity ?? 0);
    case "changed":
      return w.changed(product, step.quantity ?? 0);
    case "removed":
      return w.removed(product);
    case "cart_viewed":
      return w.cart_viewed;
    case "checkout_opened":
      return w.checkout_opened;
    case "terms_wanted":
      return w.terms_wanted(detail(step, "wanted"));
    case "approval_asked":
    case "approval_returned":
    case "approval_withdrawn":
      return w[step.kind];
    case "ordered":
      return w.ordered(detail(step, "orderNumber"));
    default:
      return w.refused;
  }
}

function bodyOf(step: StoryStep, w: Said, locale: Locale): string | null {
  const said: string[] = [];
  if (step.unitPriceE4 !== null && step.kind !== "removed") said.push(w.at(formatUnitPrice(step.unitPriceE4, locale)));
  if (step.stockSeen !== null && step.kind !== "removed") said.push(w.stock(step.stockSeen));
  for (const { code, details } of reasonsIn(step)) said.push(refusalWords[locale][code](details));
  return said.length > 0 ? said.join(" · ") : null;
}

/** The cart's story step by step, as the buyer lived it. */
export function CartSteps({ steps }: { steps: readonly StoryStep[] }) {
  const w = useWords(recoveryWords);
  const said = useWords(cartStepWords);
  const locale = useLocale();
  return (
    <Card title={w.story}>
      <Timeline
        happenings={steps.map((step) => ({
          key: step.id,
          icon: icons[step.kind] ?? "info",
          title: titleOf(step, said),
          when: <MomentShown at={step.at} />,
          body: bodyOf(step, said, locale),
        }))}
      />
    </Card>
  );
}
