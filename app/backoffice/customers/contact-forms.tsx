import type { Contact } from "#app/domain/customers/contacts.server.ts";
import { phoneShown, whatsAppNumber } from "#app/domain/customers/customer.ts";
import type { Answer } from "#app/kit/answered.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { commonWords } from "#app/words/everyday.ts";

/** Whether this answer belongs to the form with this hidden act and row. */
export function answerFor(answer: Answer, act: string, id: string): Answer {
  const typed = refusalIn(answer)?.typed;
  return typed?.act === act && (typed.id ?? "") === id ? answer : null;
}

/** The people of the customer, each changed in place. */
export function Contacts({ contacts, answer }: { contacts: Contact[]; answer: Answer }) {
  const d = useWords(detailWords);
  const isNewOpen = answerFor(answer, "saveContact", "") !== null;
  return (
    <Card title={d.contacts}>
      <div className="stack">
        {contacts.length === 0 ? <p className="muted">{d.noContacts}</p> : null}
        {contacts.map((contact) => (
          <Person key={contact.id} contact={contact} answer={answerFor(answer, "saveContact", String(contact.id))} />
        ))}
        <Disclose summary={d.addContact} open={isNewOpen}>
          <ContactForm contact={null} answer={answerFor(answer, "saveContact", "")} />
        </Disclose>
      </div>
    </Card>
  );
}

function Person({ contact, answer }: { contact: Contact; answer: Answer }) {
  const whatsApp = whatsAppNumber(contact.phone);
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <Disclose
          open={answer !== null}
          summary={
            <span className="min-w-0">
              {contact.name}
              {contact.role ? <span className="muted"> · {contact.role}</span> : null}
              <span className="faint block">
                {[phoneShown(contact.phone), contact.email].filter(Boolean).join(" · ")}
              </span>
            </span>
          }
        >
          <ContactForm contact={contact} answer={answer} />
        </Disclose>
      </div>
      {whatsApp ? (
        <a className="link text-sm" href={`https://wa.me/${whatsApp}`} target="_blank" rel="noreferrer">
          WhatsApp
        </a>
      ) : null}
    </div>
  );
}

function ContactForm({ contact, answer }: { contact: Contact | null; answer: Answer }) {
  const c = useWords(detailWords).contact;
  const common = useWords(commonWords);
  const id = (name: string) => `contact-${contact?.id ?? "new"}-${name}`;
  return (
    <form method="post" className="form rounded-md bg-sunken p-3">
      <input type="hidden" name="act" value="saveContact" />
      <input type="hidden" name="id" value={contact?.id ?? ""} />
      <FormErrors answer={answer} labels={{ name: c.name, email: c.email, birthdayOn: c.birthday }} />
      <div className="form-row">
        <Field
          id={id("name")}
          name="name"
          label={c.name}
          answer={answer}
          value={contact?.name}
          required
          autoComplete="off"
        />
        <Field
          id={id("role")}
          name="role"
          label={c.role}
          optional
          answer={answer}
          value={contact?.role}
          autoComplete="off"
        />
      </div>
      <div className="form-row">
        <Field
          id={id("phone")}
          name="phone"
          type="tel"
          label={c.phone}
          optional
          answer={answer}
          value={contact?.phone}
          autoComplete="off"
        />
        <Field
          id={id("email")}
          name="email"
          type="email"
          label={c.email}
          optional
          answer={answer}
          value={contact?.email}
          autoComplete="off"
        />
        <Field
          id={id("birthday")}
          name="birthdayOn"
          type="date"
          label={c.birthday}
          optional
          answer={answer}
          value={contact?.birthdayOn}
        />
      </div>
      <div className="form-foot">
        <Button>{common.save}</Button>
        {contact ? <RemoveButton act="removeContact" id={contact.id} /> : null}
      </div>
    </form>
  );
}

/** Takes the row of the form around it away. */
export function RemoveButton({ act, id }: { act: "removeContact" | "removeAddress"; id: number }) {
  const common = useWords(commonWords);
  return (
    <Button look="danger" icon="trash" form={`${act}-${id}`} aria-label={common.remove}>
      {common.remove}
    </Button>
  );
}

/** The forms the remove buttons send; they stand beside the others because forms do not nest. */
export function RemoveForms({ act, ids }: { act: "removeContact" | "removeAddress"; ids: number[] }) {
  return ids.map((id) => (
    <form key={id} id={`${act}-${id}`} method="post" hidden>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
    </form>
  ));
}
