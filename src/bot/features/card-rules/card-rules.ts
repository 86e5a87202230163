import { DEFAULT_TOP_UP, TOP_UP_CHOICES } from "../../../rules/top-up.ts";
import type { CardRules, TopUpRule } from "../../../store/rules.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { latestMerchants } from "./merchants.ts";
import { topUpScreen } from "./top-up-view.ts";
import { rulesScreen } from "./view.ts";

/** What is to be done with a card by itself: one payment only, one merchant only, automatic top-ups. */
export function createCardRulesFeature({ accounts, store, clock }: BotDeps): Feature {
  async function draw(ctx: BotContext, act: ObjectAct, rules: CardRules, note?: "card-rules-saved") {
    const { payments } = await store.spending.get(userOf(ctx), act.wallet);
    const merchants = latestMerchants(payments, act.id);
    const card = { wallet: act.wallet, id: act.id, title: await named(ctx, act) };
    await show(ctx, rulesScreen(ctx.t, card, rules, merchants), note && { text: ctx.t.plain(note) });
  }

  async function open(ctx: BotContext, act: ObjectAct) {
    await draw(ctx, act, await store.rules.get(userOf(ctx), act.wallet, act.id));
  }

  async function change(ctx: BotContext, act: ObjectAct, step: (rules: CardRules) => CardRules) {
    await draw(ctx, act, await store.rules.update(userOf(ctx), act.wallet, act.id, step), "card-rules-saved");
  }

  const setOnce = (ctx: BotContext, act: ObjectAct) =>
    change(ctx, act, ({ once: _, ...rest }) => (act.arg === "on" ? { ...rest, once: { since: clock.now() } } : rest));

  async function keepTo(ctx: BotContext, act: ObjectAct) {
    if (!act.arg) return change(ctx, act, ({ merchant: _, ...rest }) => rest);
    const { payments } = await store.spending.get(userOf(ctx), act.wallet);
    const name = latestMerchants(payments, act.id).find(({ key }) => key === act.arg)?.name;
    if (!name) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    await change(ctx, act, (rules) => ({ ...rules, merchant: { name, since: clock.now() } }));
  }

  async function drawTopUp(ctx: BotContext, act: ObjectAct, rule: TopUpRule) {
    await show(ctx, topUpScreen(ctx.t, { wallet: act.wallet, id: act.id, title: await named(ctx, act) }, rule));
  }

  async function changeTopUp(ctx: BotContext, act: ObjectAct, step: (rule: TopUpRule) => TopUpRule) {
    const { topUp = DEFAULT_TOP_UP } = await store.rules.update(userOf(ctx), act.wallet, act.id, (rules) => ({
      ...rules,
      topUp: step(rules.topUp ?? DEFAULT_TOP_UP),
    }));
    await drawTopUp(ctx, act, topUp);
  }

  async function openTopUp(ctx: BotContext, act: ObjectAct) {
    const { topUp = DEFAULT_TOP_UP } = await store.rules.get(userOf(ctx), act.wallet, act.id);
    await drawTopUp(ctx, act, topUp);
  }

  /** Another amount is another promise: the rule stops until it is turned on again, with the new one on the screen. */
  async function setAmount(ctx: BotContext, act: ObjectAct) {
    const [name = "", cents] = (act.arg ?? "").split(":");
    const field = FIELDS.find((known) => known === name);
    const amount = field && TOP_UP_CHOICES[field].find((choice) => String(choice) === cents);
    if (field === undefined || amount === undefined) {
      return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    }
    await changeTopUp(ctx, act, (rule) => ({ ...rule, [field]: amount, off: true }));
  }

  async function pause(ctx: BotContext, act: ObjectAct) {
    await changeTopUp(ctx, act, (rule) => ({ ...rule, off: true }));
  }

  async function turnOn(ctx: BotContext, act: ObjectAct) {
    await changeTopUp(ctx, act, ({ off: _, ...rule }) => rule);
  }

  async function named(ctx: BotContext, { wallet, id }: ObjectAct): Promise<string> {
    const known = await store.directory.get(userOf(ctx), wallet, id);
    if (known) return cardTitle(known);
    const client = await accounts.client(ownerOf(ctx), wallet);
    return cardTitle(await client.cards.get(id));
  }

  return {
    acts: {
      "rules.open": onObject(open),
      "rules.once": onObject(setOnce),
      "rules.keep": onObject(keepTo),
      "rules.topup": onObject(openTopUp),
      "rules.set": onObject(setAmount),
      "rules.on": onObject(turnOn),
      "rules.pause": onObject(pause),
    },
  };
}

const FIELDS = ["below", "add", "perDay", "keep"] as const;
