import { accountWords } from "#app/words/account.ts";
import { commonWords } from "#app/words/everyday.ts";
import { type Answer, answerTo } from "./answered.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Field } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { OwnEmail } from "./own-email.tsx";
import { Select } from "./select.tsx";
import { useWords } from "./words.tsx";

interface Person {
  name: string;
  email: string;
  phone: string | null;
  locale: string | null;
  /** What they may do, in words. */
  role: string | null;
}

/** One's own name, telephone and language. */
export function OwnProfile({ person, answer }: { person: Person; answer: Answer }) {
  const w = useWords(accountWords);
  const common = useWords(commonWords);
  const own = answerTo(answer, "profile");
  return (
    <Card title={w.profile}>
      <form method="post" className="form">
        <input type="hidden" name="act" value="profile" />
        <FormErrors answer={own} labels={{ name: w.name, phone: w.phone, locale: w.language }} />
        <dl className="facts">
          <dt>{w.email}</dt>
          <dd className="break-words">{person.email}</dd>
          {person.role ? (
            <>
              <dt>{w.role}</dt>
              <dd>{person.role}</dd>
            </>
          ) : null}
        </dl>
        <Field name="name" label={w.name} value={person.name} answer={own} autoComplete="name" required />
        <div className="form-row">
          <Field
            name="phone"
            type="tel"
            label={w.phone}
            value={person.phone}
            answer={own}
            autoComplete="tel"
            optional
          />
          <Select
            name="locale"
            label={w.language}
            value={person.locale}
            answer={own}
            empty={w.languageOfBrowser}
            options={[
              { value: "pt-BR", label: "Português" },
              { value: "en", label: "English" },
            ]}
          />
        </div>
        <div className="form-foot">
          <Button look="primary">{common.save}</Button>
        </div>
      </form>
      <div className="mt-3">
        <OwnEmail answer={answer} />
      </div>
    </Card>
  );
}
