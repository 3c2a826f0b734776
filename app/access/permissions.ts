/** What somebody may do in the office. */
export const permissions = [
  "portfolio", // see and work the customers in one's scope, their carts, orders and visits
  "catalog", // change products, suppliers, stock and prices
  "customers", // create customers, assign reps, decide access
  "indicators", // read the company's numbers
  "credit", // record payments of receivables, let orders pass a held credit
  "imports", // bring files in
  "team", // invite and change people
  "settings", // change the company's settings
  "audit", // read the audit trail and the outbox
] as const;

export type Permission = (typeof permissions)[number];

export type StaffRole = "rep" | "manager" | "admin";

const granted: Record<StaffRole, readonly Permission[]> = {
  rep: ["portfolio", "indicators"],
  manager: ["portfolio", "catalog", "customers", "indicators", "credit", "imports", "team", "settings"],
  admin: permissions,
};

/** True when the role holds the permission. */
export const isPermitted = (role: StaffRole, permission: Permission): boolean => granted[role].includes(permission);
