import { expect, test } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { createSecret } from "../../src/lib/secret.ts";
import type { Outgoing } from "../../src/notifications/outgoing.ts";
import { createAnnounce } from "../../src/rules/announce.ts";
import { createCardGuard } from "../../src/rules/card-guard.ts";
import { ADA, accountsWorld, connected, SEED } from "../accounts/world.ts";

const HOUR = 60 * 60_000;

/** A card kept to SPOTIFY that NETFLIX charged; `failing`: how the provider answers every freeze. */
async function charged(failing: { status: number }) {
  const world = await accountsWorld();
  const { accounts, store, clock, control, transport } = world;
  const walletId = await connected(world);
  const client = createCryptoCardyClient({ seed: createSecret(SEED), transport });
  const card = await client.cards.create({ binId: "491653", amount: 5_000 }, { idempotencyKey: "card" });
  const path = `/cards/${card.id}/freeze`;
  control.faults.add({ method: "POST", path, times: 100, kind: "status", ...failing });
  const told: Outgoing[] = [];
  const deliver = async (_: number, message: Outgoing) => ({
    kind: "delivered" as const,
    messageId: told.push(message),
  });
  const guard = createCardGuard({
    store,
    accounts,
    operations: { expect: async () => undefined, byRule: async () => Promise.reject(new Error("nothing is closed")) },
    announce: createAnnounce({ store, deliver, clock, settings: { sandbox: false, defaultLocale: "en" } }),
    clock,
  });
  const person = await store.people.get(ADA);
  if (!person) throw new Error("nobody");
  const at = clock.now();
  const rules = { merchant: { name: "SPOTIFY", since: at - HOUR } };
  const [state, wallet] = ["authorized" as const, { userId: ADA, walletId }];
  const payment = {
    ...wallet,
    cardId: card.id,
    id: "txn",
    receipt: "txn",
    state,
    amount: 900,
    merchant: "NETFLIX",
    at,
  };
  return { clock, told, apply: () => guard.apply(rules, payment, person, at) };
}

test("a freeze that gets no answer is asked for less and less often, and given up in the end", async () => {
  const { clock, told, apply } = await charged({ status: 503 });
  const pauses: number[] = [];
  for (let n = 0; n < 7; n++) {
    const verdict = await apply();
    if (verdict.kind !== "again") throw new Error(verdict.kind);
    pauses.push(verdict.afterMs);
    clock.at += verdict.afterMs;
  }
  expect(pauses).toEqual([3_000, 3_000, 6_000, 12_000, 24_000, 48_000, 60_000]);
  expect(told.map(({ text }) => text.split("\n")[0])).toEqual([expect.stringContaining("does not answer")]);
  clock.at += 6 * HOUR;
  expect(await apply()).toMatchObject({ kind: "dead" });
  expect(told).toHaveLength(2);
  expect(told[1]?.text).toContain("could not be frozen");
});

test.each([401, 404, 405, 422])(
  "a freeze that is refused for good (%i) is not asked for again, and told",
  async (status) => {
    const { told, apply } = await charged({ status });
    expect(await apply()).toMatchObject({ kind: "dead" });
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining("could not be frozen")]);
    expect(
      told[0]?.buttons
        .flat()
        .map(({ text }) => text)
        .join(),
    ).toContain("Freeze");
  },
);
