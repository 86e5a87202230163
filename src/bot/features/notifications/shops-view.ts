import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import { shortMark } from "../../../store/ledger.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

const LONGEST_NAME = 28;

/** Shops whose payments make no sound; a press gives a shop its sound back. */
export function shopsScreen(t: Translator, shops: string[]): Screen {
  return {
    text: [
      t.html("notifications-shops-title"),
      shops.length > 0 ? t.html("notifications-shops-what") : t.html("notifications-shops-none"),
    ].join("\n\n"),
    buttons: [
      ...shops.map((shop) => [
        {
          text: t.plain("notifications-shops-button", { merchant: bound(shop, LONGEST_NAME) }),
          act: { name: "notices.shops", arg: shortMark(shop) },
        },
      ]),
      backRow(t, { name: "notices.open" }),
    ],
  };
}
