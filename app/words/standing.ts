import { inBoth } from "./locale.ts";

/** The ways a customer can stand in the portfolio, and the two events named beside them. */
export type StandingKey = "active" | "recently_inactive" | "long_inactive" | "prospect" | "new" | "recovered";

/** The standing of a customer, of one. */
export const standingWords = inBoth<Record<StandingKey, string>>(
  {
    active: "Ativo",
    recently_inactive: "Inativo recente",
    long_inactive: "Inativo antigo",
    prospect: "Prospect",
    new: "Novo",
    recovered: "Recuperado",
  },
  {
    active: "Active",
    recently_inactive: "Recently inactive",
    long_inactive: "Long inactive",
    prospect: "Prospect",
    new: "New",
    recovered: "Recovered",
  },
);

/** The standing of many customers, as charts and filters name it. */
export const standingsWords = inBoth<Record<StandingKey, string>>(
  {
    active: "Ativos",
    recently_inactive: "Inativos recentes",
    long_inactive: "Inativos antigos",
    prospect: "Prospects",
    new: "Novos",
    recovered: "Recuperados",
  },
  {
    active: "Active",
    recently_inactive: "Recently inactive",
    long_inactive: "Long inactive",
    prospect: "Prospects",
    new: "New",
    recovered: "Recovered",
  },
);
