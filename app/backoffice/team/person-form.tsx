import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Choice } from "#app/kit/checkbox.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { teamWords } from "#app/words/team.ts";

interface Person {
  name: string;
  phone: string | null;
  role: "buyer" | "rep" | "manager" | "admin";
  buyerRole: "orders" | "approves" | "views" | null;
  customerId: number | null;
  customer: string | null;
  customersLookedAfter: number;
  id: number;
}

/** Who a person is and what they may do. */
export function PersonForm({
  person,
  isSelf,
  mayChange,
  mayMakeAdmins,
  answer,
}: {
  person: Person;
  isSelf: boolean;
  mayChange: boolean;
  mayMakeAdmins: boolean;
  answer: Answer;
}) {
  const w = useWords(teamWords);
  const common = useWords(commonWords);
  const roles = (["rep", "manager", "admin"] as const).filter((role) => role !== "admin" || mayMakeAdmins);
  return (
    <Card title={w.member}>
      <form method="post" className="form">
        <input type="hidden" name="act" value="revise" />
        <FormErrors answer={answer} labels={{ name: w.name, phone: w.phone, role: w.role, buyerRole: w.buyerRole }} />
        {person.customerId ? (
          <p>
            {w.customer}:{" "}
            <a className="link" href={paths.office.customer(person.customerId)}>
              {person.customer}
            </a>
          </p>
        ) : null}
        {person.role === "rep" ? (
          <p>
            {w.portfolio}:{" "}
            <a className="link" href={paths.office.customers({ rep: person.id })}>
              {w.customersCount(String(person.customersLookedAfter))}
            </a>
          </p>
        ) : null}
        <div className="form-row">
          <Field name="name" label={w.name} value={person.name} answer={answer} required readOnly={!mayChange} />
          <Field
            name="phone"
            type="tel"
            label={w.phone}
            value={person.phone}
            answer={answer}
            optional
            readOnly={!mayChange}
          />
        </div>
        {person.role === "buyer" ? (
          <Choice
            name="buyerRole"
            legend={w.buyerRole}
            value={person.buyerRole}
            answer={answer}
            options={(["orders", "approves", "views"] as const).map((role) => ({
              value: role,
              label: w.buyerRoles[role],
            }))}
          />
        ) : isSelf || !mayChange ? (
          <p>
            {w.role}: {w.roles[person.role]}
          </p>
        ) : (
          <Choice
            name="role"
            legend={w.role}
            value={person.role}
            answer={answer}
            options={roles.map((role) => ({ value: role, label: w.roles[role], help: w.rolesHelp[role] }))}
          />
        )}
        {mayChange ? (
          <div className="form-foot">
            <Button look="primary">{common.save}</Button>
          </div>
        ) : null}
      </form>
    </Card>
  );
}
