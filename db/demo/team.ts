/** The password of every demo sign-in. */
export const demoPassword = "carteira-demo";

/** Who works at the demo company; the first two reps are the demo sign-ins. */
export const reps = [
  { email: "rep@demo.test", name: "Rafael Andrade", phone: "11987650001" },
  { email: "rep2@demo.test", name: "Débora Queiroz", phone: "31987650002" },
  { email: "rep3@demo.test", name: "Gustavo Werner", phone: "41987650003" },
  { email: "rep4@demo.test", name: "Joana Cavalcanti", phone: "81987650004" },
  { email: "rep5@demo.test", name: "Tiago Nunes", phone: "62987650005" },
] as const;

export const office = [
  { email: "manager@demo.test", name: "Sílvia Monteiro", role: "manager" },
  { email: "admin@demo.test", name: "André Castilho", role: "admin" },
] as const;

/** Buyers that can be signed in as: which customer (by place in the list) and what they may do there. */
export const buyers = [
  { email: "buyer@demo.test", name: "Marina Duarte", customer: 0, buyerRole: "orders" },
  { email: "approver@demo.test", name: "Otávio Duarte", customer: 0, buyerRole: "approves" },
  { email: "buyer2@demo.test", name: "Carlos Nogueira", customer: 1, buyerRole: "orders" },
] as const;

/** The payment terms the company offers; the dearest only from a value on. */
export const terms = [
  { code: "AV", name: "À vista", days: [0], minimumOrderCents: 0 },
  { code: "14", name: "14 dias", days: [14], minimumOrderCents: 0 },
  { code: "28", name: "28 dias", days: [28], minimumOrderCents: 0 },
  { code: "28-56", name: "28/56 dias", days: [28, 56], minimumOrderCents: 80_000 },
  { code: "28-56-84", name: "28/56/84 dias", days: [28, 56, 84], minimumOrderCents: 150_000 },
] as const;
