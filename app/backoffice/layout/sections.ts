import { isPermitted, type Permission, type StaffRole } from "#app/access/permissions.ts";
import type { IconName } from "#app/kit/icon.tsx";
import { paths } from "#app/paths.ts";

/** The words of a screen, as `officeFrameWords` names it. */
export type SectionKey =
  | "morning"
  | "customers"
  | "portfolio"
  | "abc"
  | "channels"
  | "funnel"
  | "recovery"
  | "agenda"
  | "visits"
  | "orders"
  | "quotes"
  | "receivables"
  | "products"
  | "priceTables"
  | "promotions"
  | "shareLinks"
  | "indicators"
  | "imports"
  | "team"
  | "settings"
  | "audit";

/** A screen that lies in a section, found by the search over everything; the rail lights the section. */
export interface Within {
  key: SectionKey | "accessRequests" | "payments" | "stock" | "suppliers" | "paymentTerms" | "taxes" | "outbox";
  href: string;
  permission: Permission;
}

/** One place of the office: its icon, address, and who may go there. */
export interface Section {
  key: SectionKey;
  icon: IconName;
  href: string;
  permission: Permission;
  within?: readonly Within[];
}

/** A group of sections with the name above it. */
export interface SectionGroup {
  name: "groupCustomers" | "groupSelling" | "groupShelf" | "groupHouse" | null;
  sections: Section[];
}

const groups: readonly SectionGroup[] = [
  {
    name: null,
    sections: [{ key: "morning", icon: "sunrise", href: paths.office.morning(), permission: "portfolio" }],
  },
  {
    name: "groupCustomers",
    sections: [
      {
        ...{ key: "customers", icon: "users", href: paths.office.customers(), permission: "portfolio" },
        within: [{ key: "accessRequests", href: paths.office.accessRequests(), permission: "customers" }],
      },
      { key: "portfolio", icon: "briefcase", href: paths.office.portfolio(), permission: "portfolio" },
      { key: "abc", icon: "pareto", href: paths.office.abc(), permission: "portfolio" },
      { key: "channels", icon: "channels", href: paths.office.channels(), permission: "portfolio" },
    ],
  },
  {
    name: "groupSelling",
    sections: [
      { key: "recovery", icon: "rescue", href: paths.office.recovery(), permission: "portfolio" },
      { key: "funnel", icon: "funnel", href: paths.office.funnel(), permission: "portfolio" },
      { key: "agenda", icon: "calendar", href: paths.office.agenda(), permission: "portfolio" },
      { key: "visits", icon: "pin", href: paths.office.visits(), permission: "portfolio" },
      {
        ...{ key: "orders", icon: "receipt", href: paths.office.orders(), permission: "portfolio" },
        within: [{ key: "payments", href: paths.office.payments(), permission: "portfolio" }],
      },
      { key: "quotes", icon: "tag", href: paths.office.quotes(), permission: "portfolio" },
      { key: "receivables", icon: "money", href: paths.office.receivables(), permission: "portfolio" },
    ],
  },
  {
    name: "groupShelf",
    sections: [
      {
        ...{ key: "products", icon: "boxes", href: paths.office.products(), permission: "portfolio" },
        within: [
          { key: "stock", href: paths.office.stock(), permission: "catalog" },
          { key: "suppliers", href: paths.office.suppliers(), permission: "catalog" },
        ],
      },
      {
        ...{ key: "priceTables", icon: "price", href: paths.office.priceTables(), permission: "catalog" },
        within: [
          { key: "paymentTerms", href: paths.office.paymentTerms(), permission: "catalog" },
          { key: "taxes", href: paths.office.taxes(), permission: "catalog" },
        ],
      },
      { key: "promotions", icon: "percent", href: paths.office.promotions(), permission: "catalog" },
      { key: "shareLinks", icon: "link", href: paths.office.shareLinks(), permission: "portfolio" },
    ],
  },
  {
    name: "groupHouse",
    sections: [
      { key: "indicators", icon: "gauge", href: paths.office.indicators(), permission: "indicators" },
      { key: "imports", icon: "upload", href: paths.office.imports(), permission: "imports" },
      { key: "team", icon: "team", href: paths.office.team(), permission: "team" },
      { key: "settings", icon: "settings", href: paths.office.settings(), permission: "settings" },
      {
        ...{ key: "audit", icon: "shield", href: paths.office.audit(), permission: "audit" },
        within: [{ key: "outbox", href: paths.office.outbox(), permission: "audit" }],
      },
    ],
  },
];

/** The sections a role may enter, group by group. */
export function sectionsFor(role: StaffRole): SectionGroup[] {
  return groups
    .map((group) => ({ ...group, sections: group.sections.filter((one) => isPermitted(role, one.permission)) }))
    .filter((group) => group.sections.length > 0);
}

/** Every screen a role may enter, in the order of the rail, those that lie in a section after it. */
export function screensFor(role: StaffRole): Pick<Within, "key" | "href">[] {
  return sectionsFor(role).flatMap(({ sections }) =>
    sections.flatMap(({ within = [], ...section }) => [
      section,
      ...within.filter((one) => isPermitted(role, one.permission)),
    ]),
  );
}

/** Whether an address lies in a section. */
export function isIn({ key, href, within = [] }: Section, pathname: string): boolean {
  if (key === "morning") return pathname === href || pathname === `${href}/`;
  return [href, ...within.map((one) => one.href)].some((one) => pathname === one || pathname.startsWith(`${one}/`));
}
