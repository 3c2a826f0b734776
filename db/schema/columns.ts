import { bigint, customType, integer, timestamp } from "drizzle-orm/pg-core";

/** A moment, with time zone, read as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Money in whole centavos. */
export const cents = (name: string) => bigint(name, { mode: "number" });

/** A unit price in ten-thousandths of a real. */
export const priceE4 = (name: string) => bigint(name, { mode: "number" });

/** The number of a row that many rows point to. */
export const reference = (name: string) => integer(name);

/** A calendar day of São Paulo as `YYYY-MM-DD`. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => "date" });
