import type { Scope } from "#app/domain/customers/buyer.ts";
import type { FreightRate, FreightRule } from "#app/domain/customers/freight.ts";
import { changeLogo, removeLogo } from "#app/domain/customers/logo.server.ts";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import type { SettingsForm } from "./settings-shapes.ts";

/** Does what one form of the settings asks; those that move numbers count from the day it names. */
export async function decide(scope: Scope, wanted: SettingsForm, at: Date): Promise<void> {
  switch (wanted.act) {
    case "logo":
      await changeLogo(scope, new Uint8Array(await wanted.logo.arrayBuffer()), at);
      return;
    case "removeLogo":
      await removeLogo(scope, at);
      return;
    case "selling": {
      await changeSettings(
        scope,
        { minimumOrderCents: wanted.minimumOrderCents, freight: freightFrom(wanted) },
        { at },
      );
      return;
    }
    case "access":
    case "brand":
    case "quotes": {
      const { act: _act, ...changes } = wanted;
      await changeSettings(scope, changes, { at });
      return;
    }
    default: {
      const { act: _act, fromOn, ...changes } = wanted;
      await changeSettings(scope, changes, { at, fromOn });
    }
  }
}

/** The rule a form of the selling side hands in; a state without an amount is one beyond the table. */
function freightFrom(wanted: Extract<SettingsForm, { act: "selling" }>): FreightRule {
  const { freightKind: kind, freightCents, freeOverCents, freightElsewhere: elsewhere } = wanted;
  if (kind === "free") return { kind };
  const rate: FreightRate = { cents: freightCents ?? 0, freeOverCents };
  if (kind === "fixed") return { kind, ...rate };
  const rates = Object.entries(wanted.rates).flatMap(([uf, one]): [string, FreightRate][] =>
    one && one.cents !== null ? [[uf, { cents: one.cents, freeOverCents: one.freeOverCents }]] : [],
  );
  return { kind, ...rate, elsewhere, rates: Object.fromEntries(rates) };
}
