import type { Translator } from "../../../i18n.ts";
import type { Screen } from "../../screen.ts";

/** What is in the file below. */
export const exportScreen = (t: Translator): Screen => ({
  text: t.html("export-done"),
  buttons: [[{ text: t.plain("common-home"), act: { name: "home.open" } }]],
});

export const nothingScreen = (t: Translator): Screen => ({ text: t.html("export-nothing"), buttons: [] });
