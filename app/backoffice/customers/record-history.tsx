import type { HappeningKind } from "#app/domain/portfolio/happening.ts";
import type { CustomerHappening } from "#app/domain/portfolio/record-happenings.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import type { IconName } from "#app/kit/icon.tsx";
import { Select } from "#app/kit/select.tsx";
import { Timeline } from "#app/kit/timeline.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { formatCents } from "#app/words/numbers.ts";
import { orderChannelWords } from "#app/words/order-states.ts";
import { satisfactionWords } from "#app/words/satisfaction.ts";

const icons: Record<HappeningKind, IconName> = {
  visit: "pin",
  call: "phone",
  message: "whatsapp",
  email: "mail",
  note: "edit",
  task: "check",
  follow_up: "repeat",
  order: "receipt",
  return: "arrowLeft",
  rated: "star",
  signed_in: "enter",
  access_granted: "key",
  transferred: "users",
};

/** What happened with the customer, newest first. */
export function Happenings({ happenings, asOf }: { happenings: CustomerHappening[]; asOf: Date }) {
  const w = useWords(recordWords);
  const say = useSaid();
  if (happenings.length === 0) {
    return (
      <EmptyState icon="history" title={w.nothingHappened}>
        {w.nothingHappenedMore}
      </EmptyState>
    );
  }
  return (
    <Timeline
      happenings={happenings.map((one) => ({
        key: `${one.kind}${one.ref}${one.at}`,
        icon: icons[one.kind],
        title: <Title happening={one} />,
        when: <Ago at={one.at} asOf={asOf} />,
        body: say(one),
      }))}
    />
  );
}

const isOfOrder = (kind: HappeningKind): boolean => ["order", "return", "rated"].includes(kind);

function Title({ happening }: { happening: CustomerHappening }) {
  const w = useWords(recordWords);
  const locale = useLocale();
  const { kind, ref, cents } = happening;
  const said = `${w.kinds[kind]}${isOfOrder(kind) ? ` ${ref}` : ""}`;
  const href = hrefOf(kind, ref);
  return (
    <>
      {href ? (
        <a className="link-plain" href={href}>
          {said}
        </a>
      ) : (
        said
      )}
      {cents === null ? null : <span className="tnum"> · {formatCents(cents, locale)}</span>}
    </>
  );
}

function hrefOf(kind: HappeningKind, ref: string): string | null {
  if (isOfOrder(kind)) return paths.office.order(ref);
  if (kind === "follow_up") return paths.office.recoveryCart(Number(ref));
  return kind === "visit" || kind === "task" ? paths.office.visit(Number(ref)) : null;
}

/** Who, how and what, in one line. */
function useSaid() {
  const w = useWords(recordWords);
  const outcomes: Record<string, string> = useWords(activityWords).outcome;
  const channels: Record<string, string> = useWords(orderChannelWords);
  const media: Record<string, string> = w.media;
  const { scoreNamed } = useWords(satisfactionWords);
  return ({ kind, who, how, text }: CustomerHappening): string => {
    if (kind === "rated") return [who, scoreNamed(Number(how)), text].filter(Boolean).join(" · ");
    const named =
      how === null
        ? null
        : (kind === "follow_up" ? media : kind === "order" || kind === "return" ? channels : outcomes)[how];
    return [who, named, text].filter(Boolean).join(" · ");
  };
}

/** The whole history, and a line to add to it. */
export function HistorySide({
  happenings,
  asOf,
  answer,
}: {
  happenings: CustomerHappening[];
  asOf: Date;
  answer: Answer;
}) {
  const w = useWords(recordWords);
  const kinds = (["call", "message", "email", "note"] as const).map((value) => ({ value, label: w.noteKinds[value] }));
  return (
    <div className="columns">
      <Card title={w.happened}>
        <Happenings happenings={happenings} asOf={asOf} />
      </Card>
      <Card title={w.note}>
        <form method="post" className="form">
          <FormErrors answer={answer} labels={{ text: w.noteText, kind: w.noteKind }} />
          <Select name="kind" label={w.noteKind} options={kinds} answer={answer} value="note" />
          <TextField name="text" label={w.noteText} answer={answer} required rows={4} />
          <div className="form-foot">
            <Button look="primary" name="act" value="note">
              {w.note}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
