import type { AgendaItem } from "#app/domain/activities/agenda.server.ts";
import { Card } from "#app/kit/card.tsx";
import { DayShown, MomentShown } from "#app/kit/day.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";

/** What is known of a visit or call so far. */
export function VisitFacts({ item }: { item: AgendaItem }) {
  const w = useWords(activityWords);
  const [latitude, longitude] = [item.latitude, item.longitude];
  return (
    <Card title={w.kind[item.kind]}>
      <dl className="facts">
        <dt>{w.responsible}</dt>
        <dd>{item.userName}</dd>
        {item.checkedInAt ? (
          <>
            <dt>{w.checkedInAt}</dt>
            <dd>
              <MomentShown at={item.checkedInAt} />{" "}
              <span className="muted">
                {latitude && longitude ? (
                  <a
                    className="link"
                    href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
                    rel="noreferrer"
                    target="_blank"
                  >
                    {w.openMap}
                  </a>
                ) : (
                  w.withoutPlace
                )}
              </span>
            </dd>
          </>
        ) : null}
        {item.doneAt ? (
          <>
            <dt>{w.state.done}</dt>
            <dd>
              <MomentShown at={item.doneAt} />
            </dd>
          </>
        ) : null}
        {item.outcome ? (
          <>
            <dt>{w.outcomeLabel}</dt>
            <dd>{w.outcome[item.outcome]}</dd>
          </>
        ) : null}
        {item.minutes === null ? null : (
          <>
            <dt>{w.minutes}</dt>
            <dd className="tnum">{item.minutes}</dd>
          </>
        )}
        {item.orderNumber ? (
          <>
            <dt>{w.orderMade}</dt>
            <dd>
              <a className="link" href={paths.office.order(item.orderNumber)}>
                {item.orderNumber}
              </a>
            </dd>
          </>
        ) : null}
        {item.nextStep ? (
          <>
            <dt>{w.nextStep}</dt>
            <dd>
              {item.nextStep}
              {item.nextStepOn ? (
                <>
                  {" · "}
                  <DayShown day={item.nextStepOn} />
                </>
              ) : null}
            </dd>
          </>
        ) : null}
      </dl>
      {item.notes ? <p className="mt-3 whitespace-pre-line text-sm">{item.notes}</p> : null}
    </Card>
  );
}
