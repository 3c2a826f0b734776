import { inBoth } from "./locale.ts";

/** Words of the settings screen. */
export const settingsWords = inBoth({ settings: "Configurações" }, { settings: "Settings" });
