import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";

/** Invites somebody: to the team with a role, or as the buyer of a customer. */
export function InvitationForm({
  side,
  customer,
  mayMakeAdmins,
  answer,
}: {
  side: "staff" | "buyers";
  customer: string;
  mayMakeAdmins: boolean;
  answer: Answer;
}) {
  const w = useWords(teamWords);
  const roles = (["rep", "manager", "admin"] as const).filter((role) => role !== "admin" || mayMakeAdmins);
  const labels = {
    email: w.email,
    name: w.name,
    phone: w.phone,
    role: w.role,
    buyerRole: w.buyerRole,
    customer: w.customer,
  };
  return (
    <form method="post" className="form">
      <input type="hidden" name="side" value={side} />
      <FormErrors answer={answer} labels={labels} />
      <div className="form-row">
        <Field name="name" label={w.name} answer={answer} required autoComplete="off" />
        <Field name="email" type="email" label={w.email} answer={answer} required autoComplete="off" />
      </div>
      <div className="form-row">
        <Field name="phone" type="tel" label={w.phone} answer={answer} optional autoComplete="off" />
        {side === "staff" ? (
          <Select
            name="role"
            label={w.role}
            answer={answer}
            options={roles.map((role) => ({ value: role, label: `${w.roles[role]}: ${w.rolesHelp[role]}` }))}
          />
        ) : (
          <>
            <Picker
              name="customer"
              label={w.customer}
              help={w.customerHelp}
              answer={answer}
              value={customer}
              required
              source={paths.office.choices("customer")}
            />
            <Select
              name="buyerRole"
              label={w.buyerRole}
              answer={answer}
              options={(["orders", "approves", "views"] as const).map((role) => ({
                value: role,
                label: w.buyerRoles[role],
              }))}
            />
          </>
        )}
      </div>
      <div className="form-foot">
        <Button look="primary" icon="send">
          {w.invite}
        </Button>
      </div>
    </form>
  );
}
