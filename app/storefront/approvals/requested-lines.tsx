import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";

interface Line {
  sku: string;
  name: string;
  quantity: number;
  unitPriceE4: number | null;
}

/** The lines of a request, to be read: as they are now while it waits, as they were asked for afterwards. */
export function RequestedLines({ lines, isNow }: { lines: Line[]; isNow: boolean }) {
  const w = useWords(approvalWords);
  return (
    <Card title={isNow ? w.nowPrices : w.lines}>
      <ul className="stack-sm">
        {lines.map((line) => (
          <li key={line.sku} className="spread items-start">
            <span className="min-w-0">
              {line.name}
              <span className="faint block">{line.sku}</span>
            </span>
            <span className="tnum shrink-0 text-right">
              <Count value={line.quantity} />
              {line.unitPriceE4 === null ? null : (
                <span className="block text-sm text-muted">
                  × <UnitPrice e4={line.unitPriceE4} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
