import { bound } from "../../../lib/text.ts";
import { DEFAULT_TOP_UP, TOP_UP_CHOICES } from "../../../rules/top-up.ts";
import type { CardRules, TopUpRule } from "../../../store/rules.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { paymentOf } from "../../payment-of.ts";
import { answer, type Note, show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { boundsOf, createLow } from "./low.ts";
import { latestMerchants } from "./merchants.ts";
import type { RuledCard } from "./ruled-card.ts";
import { topUpScreen } from "./top-up-view.ts";
import { rulesScreen } from "./view.ts";

const LONGEST_IN_NOTE = 32;

/** What is to be done with a card by itself: one payment only, one merchant only, automatic top-ups, its own low balance. */
export function createCardRulesFeature(deps: BotDeps): Feature {
  const { accounts, store, clock, random } = deps;
  const low = createLow({ store, random, ruled, change });

  async function draw(ctx: BotContext, act: ObjectAct, rules: CardRules, note?: Note) {
    const { payments } = await store.spending.get(userOf(ctx), act.wallet);
    const merchants = latestMerchants(payments, act.id);
    await show(ctx, rulesScreen(ctx.t, await ruled(ctx, act), rules, merchants, boundsOf(ctx, rules)), note);
  }

  async function open(ctx: BotContext, act: ObjectAct) {
    await draw(ctx, act, await store.rules.get(userOf(ctx), act.wallet, act.id));
  }

  async function change(ctx: BotContext, act: ObjectAct, step: (rules: CardRules) => CardRules, note?: Note) {
    const rules = await store.rules.update(userOf(ctx), act.wallet, act.id, step);
    await draw(ctx, act, rules, note ?? { text: ctx.t.plain("card-rules-saved") });
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

  /** Below the first payment of a card: the act names the payment, which knows its card and its shop. */
  async function keepToFirst(ctx: BotContext, { wallet, id }: ObjectAct) {
    const { cardId, merchant: name } = await paymentOf(ctx, deps, { wallet, id });
    if (name === "") return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    const text = ctx.t.plain("card-rules-kept-note", { merchant: bound(name, LONGEST_IN_NOTE) });
    const card = { name: "rules.open", wallet, id: cardId };
    await change(ctx, card, (rules) => ({ ...rules, merchant: { name, since: clock.now() } }), { text });
  }

  async function drawTopUp(ctx: BotContext, act: ObjectAct, rule: TopUpRule) {
    await show(ctx, topUpScreen(ctx.t, await ruled(ctx, act), rule));
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

  async function ruled(ctx: BotContext, { wallet, id }: ObjectAct): Promise<RuledCard> {
    const known = await store.directory.get(userOf(ctx), wallet, id);
    if (known) return { wallet, id, title: cardTitle(known) };
    const client = await accounts.client(ownerOf(ctx), wallet);
    return { wallet, id, title: cardTitle(await client.cards.get(id)) };
  }

  return {
    acts: {
      "rules.open": onObject(open),
      "rules.once": onObject(setOnce),
      "rules.keep": onObject(keepTo),
      "rules.keepto": onObject(keepToFirst),
      "rules.low": onObject(low.open),
      "rules.topup": onObject(openTopUp),
      "rules.set": onObject(setAmount),
      "rules.on": onObject(turnOn),
      "rules.pause": onObject(pause),
    },
    conversations: low.conversations,
  };
}

const FIELDS = ["below", "add", "perDay", "keep"] as const;
