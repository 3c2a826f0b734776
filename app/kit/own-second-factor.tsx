import { paths } from "#app/paths.ts";
import { secondFactorWords } from "#app/words/second-factor.ts";
import { Badge } from "./badge.tsx";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { useWords } from "./words.tsx";

/** How one's own second factor stands, and the way to change that. */
export function OwnSecondFactor({ isOn, codesLeft }: { isOn: boolean; codesLeft: number }) {
  const w = useWords(secondFactorWords);
  return (
    <Card title={w.title} actions={<Badge tone={isOn ? "good" : undefined}>{isOn ? w.on : w.off}</Badge>}>
      <p className="text-muted">{isOn ? w.codesLeft(codesLeft) : w.cardOff}</p>
      <p className="mt-3">
        <ButtonLink href={paths.secondFactor()}>{isOn ? w.change : w.setUp}</ButtonLink>
      </p>
    </Card>
  );
}
