import { expect, test } from "vitest";
import { startWorld } from "../world.ts";

/** In the order of the menu. */
const COMMANDS = [
  "start",
  "cards",
  "newcard",
  "deposit",
  "history",
  "otp",
  "freeze",
  "panic",
  "stats",
  "settings",
  "lang",
  "status",
  "help",
  "support",
  "privacy",
  "export",
  "delete",
  "cancel",
];

test("the command menu names what is answered, for every language, in private chats only", async () => {
  const { telegram } = await startWorld();
  const calls = (method: string) => telegram.journal().filter((call) => call.method.toLowerCase() === method);
  await expect.poll(() => calls("setchatmenubutton")).toHaveLength(1);
  const menus = calls("setmycommands").map(({ parameters }) => ({
    language: parameters.language_code,
    scope: parameters.scope,
    commands: (parameters.commands as { command: string }[]).map(({ command }) => command),
  }));
  const commands = COMMANDS.filter((command) => menus[0]?.commands.includes(command));
  expect(commands.length).toBeGreaterThanOrEqual(15);
  const scope = { type: "all_private_chats" };
  expect(menus).toEqual([
    { language: undefined, scope, commands },
    { language: "en", scope, commands },
    { language: "ru", scope, commands },
  ]);
  for (const [method, field, longest] of [
    ["setmydescription", "description", 512],
    ["setmyshortdescription", "short_description", 120],
  ] as const) {
    const texts = calls(method).map(({ parameters }) => String(parameters[field]));
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(longest);
    expect(texts[1]).not.toBe(texts[2]);
  }
});
