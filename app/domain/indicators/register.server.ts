import { abcIndicators } from "./abc.server.ts";
import { activityIndicators } from "./activities.server.ts";
import { cartIndicators } from "./carts.server.ts";
import { channelIndicators } from "./channels.server.ts";
import { cohortIndicators } from "./cohorts.server.ts";
import type { Computed } from "./computed.server.ts";
import { evolutionIndicators } from "./evolution.server.ts";
import { productIndicators } from "./products.server.ts";
import { rhythmIndicators } from "./rhythm.server.ts";
import { salesIndicators } from "./sales.server.ts";
import { satisfactionIndicators } from "./satisfaction.server.ts";
import { standingIndicators } from "./standing.server.ts";
import { storefrontIndicators } from "./storefront.server.ts";

/** Every indicator of the house, in the order people meet them. A new one is one object in the list of its group. */
export const register: readonly Computed[] = [
  ...standingIndicators,
  ...rhythmIndicators,
  ...abcIndicators,
  ...salesIndicators,
  ...evolutionIndicators,
  ...cohortIndicators,
  ...productIndicators,
  ...activityIndicators,
  ...satisfactionIndicators,
  ...storefrontIndicators,
  ...cartIndicators,
  ...channelIndicators,
];

const byKey = new Map(register.map((indicator) => [indicator.key, indicator]));

/** The indicator of a key; undefined when nothing of that name is counted here. */
export const computedOf = (key: string): Computed | undefined => byKey.get(key);
