import type { Translator } from "../i18n.ts";
import type { Act, Button } from "../notifications/outgoing.ts";

/** The last row of most screens: the same screen afresh, and the way home. */
export function homeRow(t: Translator, refresh: Act): Button[] {
  return [
    { text: t.plain("common-refresh"), act: refresh },
    { text: t.plain("common-home"), act: { name: "home.open" } },
  ];
}

/** The last row below a screen that has a parent: back to it, and the way home. */
export function backRow(t: Translator, back: Act): Button[] {
  return [
    { text: t.plain("common-back"), act: back },
    { text: t.plain("common-home"), act: { name: "home.open" } },
  ];
}
