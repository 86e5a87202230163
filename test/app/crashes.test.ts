import { describe, expect, test } from "vitest";
import { TIMINGS } from "../../src/operations/machine.ts";
import { hasButton, issueCard, someone, tap } from "../people.ts";
import { startWorld } from "../world.ts";

describe("killed and stopped", () => {
  test("killed while the money moves, it goes on after the restart: one charge, and the person is told", async () => {
    const world = await startWorld({ process: true });
    const { control } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 500 });
    await issueCard(person, words, 100);
    await person.send("/cards");
    await tap(person, /·\d{4}/);
    await tap(person, words.fund);
    await person.waitFor((message) => hasButton(message, words.most));
    await person.send("50");
    const confirm = await person.waitFor((message) => hasButton(message, words.confirm));
    control.faults.add({ method: "POST", path: "/cards/*/fund", times: 1, kind: "delay", ms: 1_500 });
    const pressed = person.stalePress(confirm.id, person.find(words.confirm, confirm.id)?.data ?? "");
    await expect.poll(() => control.calls().some(({ path }) => path.endsWith("/fund"))).toBe(true);
    await world.kill();
    // What was being sent counts as on its way for so long: somebody else may be sending it still.
    world.pass(TIMINGS.lease);
    await world.restart();
    await person.waitFor(/✅.*\$50\.00/, { timeoutMs: 90_000 });
    await pressed.catch(() => undefined);
    expect(control.state(seed).cards.map(({ balance }) => balance)).toEqual([150]);
  }, 180_000);

  test("a message that came while it was dead is answered after the restart", async () => {
    const world = await startWorld({ process: true });
    const { person, words } = await someone(world);
    await world.kill();
    const since = person.mark();
    await person.send("/start");
    await world.restart();
    await person.waitFor((message) => hasButton(message, words.cards), { since, timeoutMs: 60_000 });
  }, 120_000);

  test("asked to stop it ends by itself with success, and starts again where it was", async () => {
    const world = await startWorld({ process: true });
    const { person, words } = await someone(world, { dollars: 10 });
    expect(await world.stop()).toBe(0);
    await world.restart();
    const since = person.mark();
    await person.send("/start");
    await person.waitFor((message) => hasButton(message, words.cards), { since, timeoutMs: 60_000 });
  }, 120_000);
});
