import type { Locale } from "../../../i18n.ts";
import { translator } from "../../../i18n.ts";
import type { Deliver } from "../../../notifications/outgoing.ts";
import type { SettledListener } from "../../../operations/operations.ts";
import type { Store } from "../../../store/store.ts";
import { withBadge } from "../../screen.ts";
import { operationScreen } from "./view.ts";

type Deps = {
  store: Pick<Store, "people">;
  deliver: Deliver;
  settings: { defaultLocale: Locale; sandbox: boolean; supportUrl?: URL };
};

/** Tells Telegram could not be reached: whoever asked for the drawing asks again. */
class NotDrawn extends Error {
  override readonly name = "NotDrawn";
}

/** Puts a settled operation in place of its confirm screen, in the person's language; a lost screen is sent anew. */
export function createRedraw({ store, deliver, settings }: Deps): SettledListener {
  return async (operation) => {
    if (!operation.screen || operation.screen.group) return;
    const person = await store.people.get(operation.userId);
    if (!person) return;
    const t = translator(person.locale ?? settings.defaultLocale);
    const { text, buttons } = operationScreen(t, operation, settings.supportUrl);
    const message = {
      text: withBadge(t, settings.sandbox, text),
      buttons,
      edit: operation.screen.messageId,
      screen: true as const,
    };
    const { kind } = await deliver(operation.userId, message);
    if (kind === "wait" || kind === "unsure") throw new NotDrawn(kind);
  };
}
