import type { PlainKey, Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { zoneName } from "../../../lib/zone.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { MUTABLE, type Mutable, type Preferences, thresholdsOf } from "../../../notifications/preferences.ts";
import { GUARD } from "../../../notifications/tell/habits.ts";
import type { SettingProblem } from "../../amount-setting.ts";
import { settingProblemText } from "../../amount-setting-view.ts";
import { NOTICE_AMOUNTS } from "../../notice-amount.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { timeText, zoneChoices } from "./times.ts";

const OPEN: Act = { name: "notices.open" };
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Which of the two amounts: payments below it are silent, or a balance below it is told. */
export type AmountSetting = "above" | "low";

/** What is pushed, how loudly and when; all of it on one screen. */
export function noticesScreen(t: Translator, preferences: Preferences, now: number): Screen {
  const { muted = [], shops = [], above, quiet, codes, digest, low, shield, guard, zone } = preferences;
  const off = t.plain("notifications-off");
  const silent =
    above === undefined
      ? t.plain("notifications-button-above-off")
      : t.plain("notifications-button-above", { value: t.money(above) });
  const lowest =
    low === undefined
      ? t.plain("notifications-button-low-off")
      : t.plain("notifications-button-low", { value: t.money(low) });
  const hours = quiet ? `${timeText(quiet.from)}\u2013${timeText(quiet.to)}` : off;
  const { inARow: count, share } = thresholdsOf(preferences);
  const kinds = MUTABLE.map((kind) => toggle(t, kind, !muted.includes(kind)));
  return {
    text: [
      t.html("notifications-title"),
      t.html("notifications-always"),
      t.html("notifications-guard-what", { count, share, least: GUARD.least }),
      t.html("notifications-zone-is", { zone: zoneName(zone, now) }),
    ].join("\n\n"),
    buttons: [
      ...inRows(kinds, 2),
      [go(silent, "notices.above")],
      [go(t.plain("notifications-button-shops", { count: shops.length }), "notices.shops")],
      [go(t.plain("notifications-button-quiet", { value: hours }), "notices.quiet")],
      [go(t.plain(codes ? "notifications-button-codes-quiet" : "notifications-button-codes-loud"), "notices.codes")],
      [
        go(
          t.plain("notifications-button-digest", { value: digest === undefined ? off : timeText(digest) }),
          "notices.digest",
        ),
      ],
      [go(lowest, "notices.low")],
      [
        go(
          t.plain("notifications-button-shield", { value: shield ? t.plain("notifications-on") : off }),
          "notices.shield",
        ),
      ],
      [go(t.plain(guard ? "notifications-button-guard-freezes" : "notifications-button-guard-asks"), "notices.guard")],
      [go(t.plain("notifications-button-guard-at", { count, share }), "notices.guardat")],
      [go(t.plain("notifications-button-zone", { zone: zoneName(zone, now) }), "notices.zone")],
      backRow(t, { name: "settings.open" }),
    ],
  };
}

/** Which amount: what it is for, the usual ones, and none; another may be typed. `problem`: of what was typed. */
export function amountScreen(
  t: Translator,
  setting: AmountSetting,
  chosen: Cents | undefined,
  problem?: SettingProblem,
): Screen {
  const choice = (cents: Cents | undefined): Button =>
    pick(cents === chosen, cents === undefined ? t.plain("notifications-off") : t.money(cents), {
      name: `notices.${setting}`,
      arg: String(cents ?? 0),
    });
  if (problem?.kind === "ambiguous") {
    return { text: t.html("amount-which"), buttons: [problem.readings.map(choice), backRow(t, OPEN)] };
  }
  return {
    text: [
      ...(problem ? [settingProblemText(t, problem)] : []),
      t.html(setting === "above" ? "notifications-above-ask" : "notifications-low-ask"),
    ].join("\n\n"),
    buttons: [...inRows(NOTICE_AMOUNTS.map(choice), 3), [choice(undefined)], backRow(t, OPEN)],
  };
}

/** When quiet hours begin (`from` undefined), or when they end. */
export function quietScreen(
  t: Translator,
  { zone, quiet }: Preferences,
  from: number | undefined,
  now: number,
): Screen {
  const act = (hour: number): Act =>
    from === undefined
      ? { name: "notices.quiet", arg: String(hour) }
      : { name: "notices.quiet", arg: `${from / 60}-${hour}` };
  const isChosen = (hour: number): boolean => from === undefined && quiet?.from === hour * 60;
  const hours = HOURS.filter((hour) => hour * 60 !== from).map((hour) =>
    pick(isChosen(hour), timeText(hour * 60), act(hour)),
  );
  const none: Button[] = quiet ? [go(t.plain("notifications-off"), "notices.quiet", "off")] : [];
  const zoned = { zone: zoneName(zone, now) };
  return {
    text:
      from === undefined
        ? t.html("notifications-quiet-from", zoned)
        : t.html("notifications-quiet-to", { ...zoned, from: timeText(from) }),
    buttons: [...inRows(hours, 4), none, backRow(t, OPEN)],
  };
}

/** When the summary of the day comes. */
export function digestScreen(t: Translator, { zone, digest }: Preferences, now: number): Screen {
  const hours = HOURS.map((hour) =>
    pick(digest === hour * 60, timeText(hour * 60), { name: "notices.digest", arg: String(hour) }),
  );
  const none: Button[] = digest === undefined ? [] : [go(t.plain("notifications-off"), "notices.digest", "off")];
  return {
    text: t.html("notifications-digest-ask", { zone: zoneName(zone, now) }),
    buttons: [...inRows(hours, 4), none, backRow(t, OPEN)],
  };
}

/** What the person's clock shows now: asked once, before the first time of the day. `next`: where to go on then. */
export function zoneScreen(t: Translator, now: number, next: string): Screen {
  const choices = zoneChoices(now).map(({ setting, name, clock }) => ({
    text: `${clock} · ${name}`,
    act: { name: "notices.zone", id: next, arg: setting },
  }));
  return { text: t.html("notifications-zone-ask"), buttons: [...inRows(choices, 3), backRow(t, OPEN)] };
}

/** After "Freeze until I fund": what became of the card. */
export function heldScreen(t: Translator, wallet: string, cardId: string, card: string): Screen {
  const act = (name: string): Act => ({ name, wallet, id: cardId });
  return {
    text: t.html("notifications-held", { card }),
    buttons: [
      [{ text: t.plain("notices-button-fund"), act: act("fund.start"), style: "success" }],
      [
        { text: t.plain("notices-button-unfreeze"), act: act("card.unfreeze") },
        { text: t.plain("notices-button-card"), act: act("card.open") },
      ],
    ],
  };
}

const KINDS = {
  payments: "notifications-kind-payments",
  declines: "notifications-kind-declines",
  refunds: "notifications-kind-refunds",
  deposits: "notifications-kind-deposits",
  cards: "notifications-kind-cards",
} as const satisfies Record<Mutable, PlainKey>;

const toggle = (t: Translator, kind: Mutable, on: boolean): Button => ({
  text: `${on ? "✅" : "🔕"} ${t.plain(KINDS[kind])}`,
  act: { name: "notices.kind", arg: kind },
});

const pick = (chosen: boolean, text: string, act: Act): Button => ({ text: chosen ? `✅ ${text}` : text, act });
const go = (text: string, name: string, arg?: string): Button => ({ text, act: { name, ...(arg && { arg }) } });

const inRows = (buttons: Button[], width: number): Button[][] =>
  buttons.flatMap((_, index) => (index % width === 0 ? [buttons.slice(index, index + width)] : []));
