import type { Answer } from "#app/domain/satisfaction/answers.server.ts";
import { attitudeOf } from "#app/domain/satisfaction/satisfaction.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { useWords } from "#app/kit/words.tsx";
import { satisfactionWords } from "#app/words/satisfaction.ts";

const tones = { promoter: "good", passive: "info", detractor: "bad" } as const;

/** What the buyer said after this order: the score, why, and who said it when. */
export function AnswerCard({ answer: { score, why, who, answeredAt } }: { answer: Answer }) {
  const w = useWords(satisfactionWords);
  const attitude = attitudeOf(score);
  return (
    <Card title={w.answered}>
      <p className="row">
        <strong className="tnum">{w.scoreNamed(score)}</strong>
        <Badge tone={tones[attitude]}>{w.attitudes[attitude]}</Badge>
      </p>
      <p className="mt-1 break-words whitespace-pre-line">{why ?? w.noReason}</p>
      <p className="faint mt-1 text-sm">
        {w.saidBy(who)} · <MomentShown at={answeredAt} />
      </p>
    </Card>
  );
}
