import { expect, test } from "vitest";
import { TIMINGS } from "../../src/operations/machine.ts";
import { cardOf } from "../bot/features/hands.ts";
import { someone, tap } from "../people.ts";
import { startWorld } from "../world.ts";

test("killed while several cards are funded, each is funded once, and the one message tells so after the restart", async () => {
  const world = await startWorld({ process: true });
  const { control } = world.cryptocardy;
  const { person, seed, words } = await someone(world, { dollars: 100 });
  for (const label of ["One", "Two"]) await cardOf(world, seed, label, 10);
  await person.send("/cards");
  await tap(person, "Several cards");
  await tap(person, "Whole page");
  await tap(person, "Fund each (2)");
  await person.waitFor("How much to put on each of 2 cards?");
  await person.send("30");
  const confirm = await person.waitFor("$60.00 in all?");
  control.faults.add({ method: "POST", path: "/cards/*/fund", times: 1, kind: "delay", ms: 1_500 });
  const pressed = person.stalePress(confirm.id, person.find(words.confirm, confirm.id)?.data ?? "");
  await expect.poll(() => control.calls().some(({ path }) => path.endsWith("/fund"))).toBe(true);
  await world.kill();
  world.pass(TIMINGS.lease);
  await world.restart();
  const done = await person.waitFor("Funded: 2 of 2, $60.00 in all", { timeoutMs: 90_000 });
  expect(done.id).toBe(confirm.id);
  await pressed.catch(() => undefined);
  expect(control.state(seed).cards.map(({ balance }) => balance)).toEqual([40, 40]);
}, 180_000);
