import type { Translator } from "../i18n.ts";
import type { Screen } from "./screen.ts";

/** Too many wrong PINs: nothing can be tried until then (epoch ms). Freezing is never locked. */
export function barredScreen(t: Translator, until: number): Screen {
  return {
    text: t.html("lock-barred", { when: t.time(until, "relative") }),
    buttons: [
      [{ text: t.plain("lock-panic"), act: { name: "panic.go" } }],
      [{ text: t.plain("lock-forgot"), act: { name: "lock.forgot" } }],
      [{ text: t.plain("common-home"), act: { name: "home.open" } }],
    ],
  };
}
