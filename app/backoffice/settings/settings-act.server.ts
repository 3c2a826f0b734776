import type { Scope } from "#app/domain/customers/buyer.ts";
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
    case "brand": {
      const { act: _act, ...changes } = wanted;
      await changeSettings(scope, changes, { at });
      return;
    }
    case "selling": {
      const { minimumOrderCents, freightKind, freightCents, freeOverCents } = wanted;
      const freight =
        freightKind === "free" ? { kind: freightKind } : { kind: freightKind, cents: freightCents ?? 0, freeOverCents };
      await changeSettings(scope, { minimumOrderCents, freight }, { at });
      return;
    }
    default: {
      const { act: _act, fromOn, ...changes } = wanted;
      await changeSettings(scope, changes, { at, fromOn });
    }
  }
}
