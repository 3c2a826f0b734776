import { useState } from "react";
import { followUpMedia } from "#app/domain/recovery/follow-up.ts";
import type { CartStory } from "#app/domain/recovery/story.server.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { type FieldFrame, Labelled } from "#app/kit/field.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { recoveryWords } from "#app/words/recovery.ts";
import { whatsAppHref } from "./message.ts";

/** The ready text, the ways to send it, and the note that it was sent. */
export function ContactForm({
  buyer,
  text,
  company,
  answer,
}: {
  buyer: CartStory["buyer"];
  text: string;
  company: string;
  answer: FieldFrame["answer"];
}) {
  const w = useWords(recoveryWords);
  const [said, setSaid] = useState(text);
  const whatsApp = whatsAppHref(buyer.phone, said);
  const mail = `mailto:${buyer.email}?subject=${encodeURIComponent(w.subject(company))}&body=${encodeURIComponent(said)}`;
  return (
    <Card title={w.contact}>
      <form method="post" className="form">
        <p className="text-sm text-muted">{w.contactHelp}</p>
        <Labelled frame={{ name: "text", label: w.text, answer }}>
          {(control) => (
            <textarea
              {...control}
              rows={7}
              className="input"
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          )}
        </Labelled>
        <div className="row">
          {whatsApp ? (
            <ButtonLink icon="whatsapp" href={whatsApp} target="_blank" rel="noreferrer">
              {w.whatsapp}
            </ButtonLink>
          ) : null}
          <ButtonLink icon="mail" href={mail}>
            {w.email}
          </ButtonLink>
          {buyer.phone ? (
            <ButtonLink icon="phone" href={`tel:${buyer.phone.replace(/[^\d+]/g, "")}`}>
              {w.phone}
            </ButtonLink>
          ) : (
            <p className="text-sm text-muted">{w.noPhone}</p>
          )}
        </div>
        <Select
          name="medium"
          label={w.medium}
          answer={answer}
          options={followUpMedia.map((value) => ({ value, label: w.media[value] }))}
        />
        <div className="form-foot">
          <Button look="primary" icon="check" name="act" value="contact">
            {w.markSent}
          </Button>
        </div>
      </form>
    </Card>
  );
}
