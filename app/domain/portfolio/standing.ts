import type { Standing } from "#app/domain/customers/filter.ts";

/** The company's limits between active, recently inactive and long inactive, in days without buying. */
export interface StandingLimits {
  activeDays: number;
  recentlyInactiveDays: number;
}

/** How a customer stands who last bought so many days ago; null means they have no counted order yet. */
export function standingOf(daysSinceLast: number | null, limits: StandingLimits): Standing {
  if (daysSinceLast === null) return "prospect";
  if (daysSinceLast < limits.activeDays) return "active";
  return daysSinceLast < limits.activeDays + limits.recentlyInactiveDays ? "recently_inactive" : "long_inactive";
}

/** The standings that make the portfolio; prospects stand outside its total. */
export const portfolioStandings = [
  "active",
  "recently_inactive",
  "long_inactive",
] as const satisfies readonly Standing[];

/** What a period did to the active portfolio: opened and recovered come in, lost goes out. */
export interface PortfolioBalance {
  opened: number;
  recovered: number;
  lost: number;
}

/** By how many active customers the portfolio grew: opened + recovered − lost. */
export const balanceOf = ({ opened, recovered, lost }: PortfolioBalance): number => opened + recovered - lost;
