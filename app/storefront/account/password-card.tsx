import { passwordLeast } from "#app/access/password.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { accountWords } from "#app/words/account.ts";
import { gateWords } from "#app/words/gate.ts";
import { answerTo } from "./account-form.ts";

/** Changes one's own password. */
export function PasswordCard({ email, answer }: { email: string; answer: Answer }) {
  const w = useWords(accountWords);
  const gate = useWords(gateWords);
  const own = answerTo(answer, "password");
  return (
    <Card title={w.password}>
      <form method="post" className="form">
        <input type="hidden" name="act" value="password" />
        <input type="email" name="email" defaultValue={email} autoComplete="username" hidden readOnly />
        <FormErrors answer={own} labels={{ currentPassword: w.currentPassword, newPassword: w.newPassword }} />
        <div className="form-row">
          <Field
            name="currentPassword"
            type="password"
            label={w.currentPassword}
            answer={own}
            autoComplete="current-password"
            required
          />
          <Field
            name="newPassword"
            type="password"
            label={w.newPassword}
            help={gate.newPasswordHelp(passwordLeast)}
            answer={own}
            autoComplete="new-password"
            minLength={passwordLeast}
            required
          />
        </div>
        <p className="help">{w.passwordLead}</p>
        <div className="form-foot">
          <Button>{w.changePassword}</Button>
        </div>
      </form>
    </Card>
  );
}
