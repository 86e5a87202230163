import { describe, expect, test, vi } from "vitest";
import { createNotifications } from "../../src/notifications/notifications.ts";
import { type Chosen, digestDue } from "../../src/notifications/preferences.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { createStore } from "../../src/store/store.ts";
import { ADA, type NoticesWorld, noticesWorld, quiet } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const choose = ({ store }: NoticesWorld, notices: Chosen, zone: string) =>
  store.people.update(ADA, (person) => person && { ...person, settings: { notices, zone } });

/** What the clock of a zone three hours ahead of UTC shows at a moment, in minutes since midnight. */
const minuteThere = (at: number): number => Math.floor((at + 180 * MINUTE) / MINUTE) % (24 * 60);

/** Time passes, everybody was thought of, and what is to be told of it was told. */
async function passes({ clock, store, queues }: NoticesWorld, ms: number): Promise<void> {
  const rounds = vi.spyOn(store.people, "scan");
  clock.at += ms;
  // When the next round begins the first one is over.
  const later = () => {
    clock.at += 1_000;
    return rounds.mock.calls.length;
  };
  await expect.poll(later).toBeGreaterThan(1);
  rounds.mockRestore();
  await quiet(queues);
}

describe("the summary of the day", () => {
  test("is due for an hour from its time on, by the person's clock, for that day", () => {
    const preferences = { digest: 23 * 60 + 30, zone: "+03:00" };
    const at = (text: string) => digestDue(preferences, Date.parse(text));
    expect(at("2026-11-23T20:29:00Z")).toBeUndefined();
    expect(at("2026-11-23T20:30:00Z")).toBe("2026-11-23");
    // After midnight over there, it is still that of the evening.
    expect(at("2026-11-23T21:29:00Z")).toBe("2026-11-23");
    expect(at("2026-11-23T21:30:00Z")).toBeUndefined();
    expect(digestDue({ zone: "UTC" }, 0)).toBeUndefined();
  });

  test("comes once at its time, says what the day came to, and makes no sound in quiet hours", async () => {
    const world = await noticesWorld();
    const { buy, chat, clock, queues } = world;
    const due = clock.now() + 5 * MINUTE;
    const there = minuteThere(due);
    await choose(
      world,
      { muted: ["payments", "declines"], digest: there, quiet: { from: there, to: (there + 120) % 1440 } },
      "+03:00",
    );
    buy(12.5, "SPOTIFY");
    buy(30, "NETFLIX");
    buy(9_000, "DENIED");
    await world.control.idle();
    await quiet(queues);
    const days = () => chat.messages.filter(({ text }) => text.includes("The last 24 hours"));
    expect(days()).toEqual([]);
    clock.at = due + MINUTE;
    await expect.poll(() => days()[0]?.text).toContain("<b>$42.50</b> spent");
    expect(days()[0]?.text).toContain("2 payments, most at:\n• NETFLIX: $30.00\n• SPOTIFY: $12.50");
    expect(days()[0]?.text).toContain("1 decline");
    expect(days()[0]?.silent).toBe(true);
    expect(chat.texts().join()).not.toContain("−$12.50");
    await passes(world, 10 * MINUTE);
    expect(days()).toHaveLength(1);
    // The next day nothing happened: nothing is said.
    await passes(world, DAY - 10 * MINUTE);
    expect(days()).toHaveLength(1);
  });
});

test("in quiet hours a payment is silent, a decline is not", async () => {
  const world = await noticesWorld();
  const { buy, chat, clock } = world;
  const there = minuteThere(clock.now());
  await choose(world, { quiet: { from: there, to: (there + 60) % 1440 } }, "+03:00");
  const push = (text: string) => chat.messages.find((message) => message.text.includes(text));
  buy(5, "NIGHT");
  buy(9_000, "DENIED");
  await expect.poll(() => push("NIGHT")?.silent).toBe(true);
  await expect.poll(() => push("DENIED")).toBeDefined();
  expect(push("DENIED")?.silent).toBeUndefined();
});

test("of two replicas one sweeps and sums up; when it stops the other goes on", async () => {
  const world = await noticesWorld({ webhooks: false });
  const { parts, redis, keyring, clock, log, chat, buy } = world;
  await world.notifications.stop();
  const counts = [0, 0];
  const replicas = counts.map((_, n) => {
    const queues = createQueues({ redis, keyring, log });
    const store = createStore({ redis, keyring, clock });
    const swept = () => {
      counts[n] = (counts[n] ?? 0) + 1;
    };
    const metrics = { swept, noticeDelivered: () => undefined };
    return { queues, notifications: createNotifications({ ...parts, store, queues, metrics }) };
  });
  const due = clock.now() + 2 * MINUTE;
  await choose(world, { digest: minuteThere(due) }, "+03:00");
  for (const { notifications } of replicas) notifications.start();
  await expect.poll(() => Math.max(...counts)).toBeGreaterThanOrEqual(4);
  expect(Math.min(...counts)).toBe(0);
  buy(7, "TWICE");
  clock.at = due + MINUTE;
  await expect.poll(() => chat.texts().join()).toContain("The last 24 hours");
  const leader = counts.indexOf(Math.max(...counts));
  await replicas[leader]?.notifications.stop();
  await expect.poll(() => Math.min(...counts)).toBeGreaterThan(0);
  await quiet(world.queues);
  expect(chat.messages.filter(({ text }) => text.includes("The last 24 hours"))).toHaveLength(1);
  await Promise.all(replicas.map(({ notifications }) => notifications.stop()));
  await Promise.all(replicas.map(({ queues }) => queues.close()));
});
