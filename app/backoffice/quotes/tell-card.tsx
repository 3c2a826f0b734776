import { whatsAppHref } from "#app/backoffice/recovery/message.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useWords } from "#app/kit/words.tsx";
import { officeQuoteWords } from "#app/words/quotes-office.ts";

/** The text that tells the buyer of the answer, ready for WhatsApp. */
export function TellCard({ text, phone }: { text: string; phone: string | null }) {
  const w = useWords(officeQuoteWords);
  const href = whatsAppHref(phone, text);
  return (
    <Card title={w.tell}>
      <div className="stack-sm">
        <p className="text-sm break-words text-muted">{text}</p>
        {href ? (
          <ButtonLink href={href} icon="whatsapp" target="_blank" rel="noreferrer">
            {w.tell}
          </ButtonLink>
        ) : (
          <p className="faint text-sm">{w.noPhone}</p>
        )}
      </div>
    </Card>
  );
}
