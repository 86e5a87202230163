import { UNLOCK_MINUTES } from "../../../accounts/app-lock.ts";
import type { Translator } from "../../../i18n.ts";
import type { PinRecord } from "../../../store/pins.ts";
import type { KeypadGoal } from "../../keypad.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** What the lock is for, whether there is one, and what can be changed about it. */
export function lockScreen(t: Translator, pin: PinRecord | undefined, now: number): Screen {
  const back = backRow(t, { name: "settings.open" });
  if (!pin) {
    return {
      text: [t.html("lock-none"), t.html("lock-what"), t.html("lock-forgotten")].join("\n\n"),
      buttons: [[{ text: t.plain("lock-button-set"), act: { name: "lock.set" }, style: "primary" }], back],
    };
  }
  const open = (pin.openUntil ?? 0) > now;
  return {
    text: [
      t.html("lock-on", { minutes: pin.minutes }),
      ...(open ? [t.html("lock-open-until", { when: t.time(pin.openUntil ?? now, "relative") })] : []),
      t.html("lock-what"),
      t.html("lock-forgotten"),
    ].join("\n\n"),
    buttons: [
      UNLOCK_MINUTES.slice(0, 2).map((minutes) => minutesButton(t, minutes, pin)),
      UNLOCK_MINUTES.slice(2).map((minutes) => minutesButton(t, minutes, pin)),
      open ? [{ text: t.plain("lock-button-now"), act: { name: "lock.now" } }] : [],
      [
        { text: t.plain("lock-button-change"), act: { name: "lock.set" } },
        { text: t.plain("lock-button-off"), act: { name: "lock.off" } },
      ],
      back,
    ],
  };
}

/** What stands above the keys while they are pressed. */
export function wordsOf(t: Translator, goal: KeypadGoal): string {
  switch (goal.kind) {
    case "open":
      return t.html("lock-ask");
    case "new":
      return t.html("lock-new");
    case "repeat":
      return t.html("lock-repeat");
  }
}

const minutesButton = (t: Translator, minutes: number, pin: PinRecord) => ({
  text: `${pin.minutes === minutes ? "✅ " : ""}${t.plain("lock-minutes", { minutes })}`,
  act: { name: "lock.minutes", arg: String(minutes) },
});

/** Asks for the seed of one of the person's wallets. */
export const forgottenScreen = (t: Translator): Screen => ({
  text: t.html("lock-forgot-ask"),
  buttons: [[{ text: t.plain("common-cancel"), act: { name: "cancel" } }]],
});

export const notTheSeedScreen = (t: Translator): Screen => ({
  text: t.html("lock-forgot-wrong"),
  buttons: [[{ text: t.plain("common-cancel"), act: { name: "cancel" } }]],
});

export const removedScreen = (t: Translator): Screen => ({
  text: t.html("lock-forgot-done"),
  buttons: [
    [{ text: t.plain("lock-button-set"), act: { name: "lock.set" }, style: "primary" }],
    [{ text: t.plain("common-home"), act: { name: "home.open" } }],
  ],
});
