import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { gateWords } from "#app/words/gate.ts";

/** Chooses a password by a link; the account's e-mail goes along, so that password keepers know whose it is. */
export function ChoosePassword({ email, least, answer }: { email: string; least: number; answer: Answer }) {
  const w = useWords(gateWords);
  return (
    <form method="post" className="form">
      <FormErrors answer={answer} labels={{ password: w.newPassword }} />
      <input type="email" name="email" defaultValue={email} autoComplete="username" hidden readOnly />
      <Field
        name="password"
        type="password"
        label={w.newPassword}
        help={w.newPasswordHelp(least)}
        answer={answer}
        autoComplete="new-password"
        minLength={least}
        required
        autoFocus
      />
      <Button look="primary" size="lg" className="btn-wide">
        {w.savePassword}
      </Button>
    </form>
  );
}
