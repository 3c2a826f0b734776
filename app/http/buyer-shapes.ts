import { z } from "zod";
import { cents, maybe } from "./shapes.ts";

/** What a buyer may do and up to which amounts they order alone; an empty amount limits nothing. */
export const buyerTerms = {
  buyerRole: z.enum(["orders", "approves", "views"]),
  orderLimitCents: maybe(cents),
  monthLimitCents: maybe(cents),
};
