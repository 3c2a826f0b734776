import { whatsAppHref } from "#app/backoffice/recovery/message.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { useWords } from "#app/kit/words.tsx";
import { morningWords } from "#app/words/morning.ts";

/** The way to a customer with a text ready to send; nothing where no phone is known. */
export function WhatsAppTo({ name, phone, text }: { name: string; phone: string | null; text: string }) {
  const w = useWords(morningWords);
  const href = whatsAppHref(phone, text);
  if (!href) return null;
  return (
    <ButtonLink size="sm" icon="whatsapp" href={href} target="_blank" rel="noreferrer" aria-label={w.whatsAppTo(name)}>
      {w.whatsApp}
    </ButtonLink>
  );
}
