import { accountWords } from "#app/words/account.ts";
import { gateWords } from "#app/words/gate.ts";
import { type Answer, answerTo } from "./answered.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Field } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { useWords } from "./words.tsx";

/** Changes one's own password. */
export function OwnPassword({ email, least, answer }: { email: string; least: number; answer: Answer }) {
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
            help={gate.newPasswordHelp(least)}
            answer={own}
            autoComplete="new-password"
            minLength={least}
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
