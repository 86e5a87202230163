import { expect, test } from "vitest";
import { createPush } from "../../src/notifications/tell/push.ts";
import { storeWorld } from "../store/world.ts";
import { ADA } from "./world.ts";

test("ordinary messages leave one at a time over all processes, codes at once", async () => {
  const { store, clock } = await storeWorld();
  const sent: Record<string, number[]> = { payment: [], code: [] };
  const process = () =>
    createPush({
      deliver: async (_, { text }) => {
        sent[text]?.push(performance.now());
        return { kind: "delivered", messageId: 1 };
      },
      people: store.people,
      once: store.once,
      turn: store.turn,
      clock,
    });
  const [one, other] = [process(), process()];
  const push = (by: typeof one, name: string, key: number) =>
    by(ADA, { text: name, buttons: [] }, { name, key: `${key}`, receivedAt: 0, must: name === "code" });
  const started = performance.now();
  const payments = Array.from({ length: 10 }, (_, n) => push(n % 2 ? one : other, "payment", n));
  await Promise.all(Array.from({ length: 20 }, (_, n) => push(one, "code", n)));
  expect(performance.now() - started).toBeLessThan(9 * 50);
  await Promise.all(payments);
  const moments = sent.payment?.toSorted((a, b) => a - b) ?? [];
  expect((moments.at(-1) ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(9 * 50 * 0.6);
});
