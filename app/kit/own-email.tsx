import { accountWords } from "#app/words/account.ts";
import { type Answer, answerTo } from "./answered.ts";
import { Button } from "./button.tsx";
import { Disclose } from "./disclose.tsx";
import { Field } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { useWords } from "./words.tsx";

/** Asks for another e-mail to sign in with; a link that goes there confirms it. */
export function OwnEmail({ answer }: { answer: Answer }) {
  const w = useWords(accountWords);
  const own = answerTo(answer, "email");
  const idOf = (name: string) => `${name}-change`;
  return (
    <Disclose summary={w.changeEmail} open={own !== undefined}>
      <form method="post" className="form">
        <input type="hidden" name="act" value="email" />
        <FormErrors answer={own} labels={{ newEmail: w.newEmail, currentPassword: w.currentPassword }} idOf={idOf} />
        <Field
          name="newEmail"
          id={idOf("newEmail")}
          type="email"
          label={w.newEmail}
          help={w.newEmailHelp}
          answer={own}
          autoComplete="email"
          required
        />
        <Field
          name="currentPassword"
          id={idOf("currentPassword")}
          type="password"
          label={w.currentPassword}
          answer={own}
          autoComplete="current-password"
          required
        />
        <div className="form-foot">
          <Button>{w.sendEmailLink}</Button>
        </div>
      </form>
    </Disclose>
  );
}
