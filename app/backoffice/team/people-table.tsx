import type { ReactNode } from "react";
import { Badge } from "#app/kit/badge.tsx";
import { Ago } from "#app/kit/day.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { teamWords } from "#app/words/team.ts";

interface Person {
  id: number;
  name: string;
  email: string;
  role: "buyer" | "rep" | "manager" | "admin";
  buyerRole: "orders" | "approves" | "views" | null;
  isDisabled: boolean;
  hasPassword: boolean;
  customerId: number | null;
  customer: string | null;
  lastSeenAt: Date | null;
  customersLookedAfter: number;
}

/** Whether somebody can sign in now. */
export function PersonState({ isDisabled, hasPassword }: { isDisabled: boolean; hasPassword: boolean }) {
  const w = useWords(teamWords);
  if (isDisabled) return <Badge tone="bad">{w.disabled}</Badge>;
  return hasPassword ? <Badge tone="good">{w.active}</Badge> : <Badge tone="warn">{w.invited}</Badge>;
}

/** The people of one side. */
export function PeopleTable({
  side,
  people,
  asOf,
  empty,
}: {
  side: "staff" | "buyers";
  people: Person[];
  asOf: Date;
  empty: ReactNode;
}) {
  const w = useWords(teamWords);
  const locale = useLocale();
  const name: Column<Person> = {
    key: "name",
    head: w.name,
    phone: "title",
    cell: (person) => (
      <a className="link-plain font-medium" href={paths.office.member(person.id)}>
        {person.name}
      </a>
    ),
  };
  const email: Column<Person> = {
    key: "email",
    head: w.email,
    phone: "wide",
    cell: (person) => <span className="break-all text-muted">{person.email}</span>,
  };
  const role: Column<Person> = {
    key: "role",
    head: w.role,
    cell: (person) => (person.buyerRole ? w.buyerRoles[person.buyerRole] : w.roles[person.role]),
  };
  const ofSide: Column<Person> =
    side === "buyers"
      ? {
          key: "customer",
          head: w.customer,
          phone: "wide",
          cell: (person) =>
            person.customerId ? (
              <a className="link-plain" href={paths.office.customer(person.customerId)}>
                {person.customer}
              </a>
            ) : null,
        }
      : {
          key: "portfolio",
          head: w.portfolio,
          number: true,
          cell: (person) => (person.role === "rep" ? formatNumber(person.customersLookedAfter, locale) : "–"),
        };
  const seen: Column<Person> = {
    key: "seen",
    head: w.lastSeen,
    cell: (person) =>
      person.lastSeenAt ? <Ago at={person.lastSeenAt} asOf={asOf} /> : <span className="text-faint">{w.never}</span>,
  };
  const state: Column<Person> = { key: "state", head: w.state, cell: (person) => <PersonState {...person} /> };
  return (
    <Table
      caption={side === "staff" ? w.staff : w.buyers}
      columns={[name, email, role, ofSide, seen, state]}
      rows={people}
      rowKey={(person) => person.id}
      empty={empty}
    />
  );
}
