import { InputFile } from "grammy";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { exportDocument } from "./document.ts";
import { exportScreen, nothingScreen } from "./view.ts";

/** `/export`: everything kept of a person as one JSON file. Asks nobody but our own memory. */
export function createExportFeature({ store, clock }: Pick<BotDeps, "store" | "clock">): Feature {
  async function send(ctx: BotContext) {
    const { person } = ctx;
    if (!person) return show(ctx, nothingScreen(ctx.t));
    const userId = userOf(ctx);
    const [operations, rules, pin, ...directories] = await Promise.all([
      store.operations.listOf(userId),
      store.rules.all(userId),
      store.pins.get(userId),
      ...person.wallets.map(({ id }) => store.directory.list(userId, id)),
    ]);
    const cards = Object.fromEntries(person.wallets.map(({ id }, place) => [id, directories[place] ?? {}]));
    const about = ctx.t.plain("export-about");
    const kept = { person, operations, rules, cards, locked: pin !== undefined };
    const text = JSON.stringify(exportDocument(kept, { about, now: clock.now() }), undefined, 2);
    await show(ctx, exportScreen(ctx.t));
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    await ctx.replyWithDocument(new InputFile(Buffer.from(text), `cryptocardy-bot-${day}.json`), {
      caption: ctx.t.html("export-caption"),
      parse_mode: "HTML",
      protect_content: true,
    });
  }

  return {
    guarded: { "export.open": {} },
    acts: { "export.open": send },
    commands: { export: { description: "export-command", act: { name: "export.open" } } },
  };
}
