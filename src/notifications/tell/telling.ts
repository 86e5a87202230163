import type { Translator } from "../../i18n.ts";
import type { Opening } from "../../store/person.ts";
import type { Facts } from "../draw/facts.ts";
import type { CardHint } from "../payment.ts";
import type { Preferences } from "../preferences.ts";

/** Everything about one telling that is not the notice itself. */
export type Telling = {
  userId: number;
  walletId: string;
  /** How the wallet was opened, when it was opened here. */
  opened?: Opening;
  t: Translator;
  facts: Facts;
  receivedAt: number;
  /** The person's today, `2026-11-23`, and the day of the payment. */
  today: string;
  dayOf: (at: number) => string;
  preferences: Preferences;
  /** Of a payment, when somebody knows. */
  hint?: CardHint;
  /** Turned off by the person, or told in a digest: what is known is kept up to date, nothing is sent. */
  unspoken: boolean;
};
