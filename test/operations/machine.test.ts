import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  answered,
  cancelled,
  judged,
  MAX_SENDS,
  nextStep,
  sending,
  submitted,
  TIMINGS,
  type Verdict,
} from "../../src/operations/machine.ts";
import type { Operation } from "../../src/operations/operation.ts";

const DRAFT: Operation = {
  id: "op",
  userId: 1,
  walletId: "w",
  kind: "fund",
  params: { cardId: "card_1", last4: "2039", amount: 2_500 },
  key: "key",
  state: "draft",
  createdAt: 0,
  sends: 0,
  revision: 0,
};
const RESULT = { cardBalance: 12_500 };
const ERROR = { kind: "unavailable" };

type Fate = "success" | "lost-before" | "lost-after" | "refused" | "unsent" | "conflict" | "conflict-after";
type Move =
  | { do: "press" }
  | { do: "cancel" }
  | { do: "pass"; ms: number }
  | { do: "deliver"; worker: number; fate: Fate; blind: "no" | "unclear" | "unreadable" }
  | { do: "crash"; worker: number };

/** What a worker has in hand between two of its steps. */
type Hand =
  | { holds: "sending"; sent: Operation; applied: boolean; fate: Fate }
  | { holds: "sight"; of: Operation; verdict: Verdict };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Move>({ do: "press" }) },
  { weight: 1, arbitrary: fc.constant<Move>({ do: "cancel" }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(10, 500, 2_500, 9_000, 50_000, 700_000, 1_000_000),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      worker: fc.nat(2),
      fate: fc.constantFrom<Fate>(
        "success",
        "lost-before",
        "lost-after",
        "refused",
        "unsent",
        "conflict",
        "conflict-after",
      ),
      blind: fc.constantFrom("no" as const, "no" as const, "no" as const, "unclear" as const, "unreadable" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("crash" as const), worker: fc.nat(2) }) },
);

/**
 * Three workers without a lock between them, a provider that takes every request anew (no idempotency), and a store
 * with compare-and-set. Between any two steps of a worker the others may move, time may pass, and it may die.
 */
function createModel() {
  let stored = DRAFT;
  let now = 1_000;
  let effects = 0;
  let requests = 0;
  const hands = new Map<number, Hand>();
  const presses: boolean[] = [];

  const replace = (from: Operation, next: Operation): boolean => {
    if (stored.revision !== from.revision) return false;
    stored = next;
    return true;
  };

  function launch(worker: number, from: Operation, fate: Fate): void {
    const sent = sending(from, now, TIMINGS, from.before ?? {});
    if (!replace(from, sent)) return;
    requests += 1;
    hands.set(worker, { holds: "sending", sent, applied: false, fate });
  }

  /** The request reaches the provider, or is lost on the way. */
  function arrive(hand: Extract<Hand, { holds: "sending" }>): void {
    if (hand.applied) return;
    hand.applied = true;
    // Once the money is spent there is not enough for a second time, but nobody may rely on that.
    if (hand.fate === "success" || hand.fate === "lost-after" || hand.fate === "conflict-after") effects += 1;
  }

  function answerOf(fate: Fate): Answer {
    switch (fate) {
      case "success":
        return { kind: "success", result: RESULT };
      case "lost-before":
      case "lost-after":
        return { kind: "lost", error: ERROR };
      case "conflict":
      case "conflict-after":
        return { kind: "conflict", error: { kind: "conflict" } };
      case "refused":
        return { kind: "refused", error: { kind: "insufficient-funds" } };
      case "unsent":
        return { kind: "unsent", error: ERROR };
    }
  }

  function deliver({ worker, fate, blind }: Extract<Move, { do: "deliver" }>): void {
    const hand = hands.get(worker);
    if (hand?.holds === "sending") {
      arrive(hand);
      hands.delete(worker);
      replace(hand.sent, answered(hand.sent, answerOf(hand.fate), now, TIMINGS));
      return;
    }
    if (hand?.holds === "sight") {
      hands.delete(worker);
      const ruling = judged(hand.of, hand.verdict, now, TIMINGS);
      if (ruling.do === "save") replace(hand.of, ruling.next);
      if (ruling.do === "send") launch(worker, hand.of, fate);
      return;
    }
    const step = nextStep(stored, now);
    if (step.do === "begin") launch(worker, stored, fate);
    if (step.do === "look") hands.set(worker, { holds: "sight", of: stored, verdict: see(blind) });
  }

  function see(blind: "no" | "unclear" | "unreadable"): Verdict {
    if (blind !== "no") return { kind: blind };
    return effects > 0 ? { kind: "happened", result: RESULT } : { kind: "did-not-happen" };
  }

  /** No request is under way longer than its lease, whatever became of its worker. */
  function pass(ms: number): void {
    now += ms;
    for (const [worker, hand] of hands) {
      if (hand.holds !== "sending" || (hand.sent.busyUntil ?? 0) > now) continue;
      arrive(hand);
      hands.delete(worker);
    }
  }

  return {
    apply(next: Move): void {
      switch (next.do) {
        case "press": {
          const draft = stored;
          presses.push(draft.state === "draft" && replace(draft, submitted(draft, now)));
          return;
        }
        case "cancel":
          if (stored.state === "draft") replace(stored, cancelled(stored, now));
          return;
        case "pass":
          pass(next.ms);
          return;
        case "deliver":
          deliver(next);
          return;
        case "crash": {
          const hand = hands.get(next.worker);
          if (hand?.holds === "sending") arrive(hand);
          hands.delete(next.worker);
        }
      }
    },
    /** Everybody works on, and the provider can be read. */
    settle(): void {
      for (let round = 0; round < 60; round += 1) {
        for (const worker of [0, 1, 2]) deliver({ do: "deliver", worker, fate: "success", blind: "no" });
        pass(60_000);
      }
    },
    facts: () => ({ stored, effects, requests, firsts: presses.filter(Boolean).length, pressed: presses.length }),
  };
}

function check({ stored, effects, requests, firsts }: ReturnType<ReturnType<typeof createModel>["facts"]>): void {
  expect(effects).toBeLessThanOrEqual(1);
  expect(firsts).toBeLessThanOrEqual(1);
  if (stored.state === "done") expect(effects).toBe(1);
  if (stored.state === "failed") expect(effects).toBe(0);
  if (stored.state === "draft") expect(requests).toBe(0);
}

describe("whatever is pressed, delivered, lost or killed, in any order", () => {
  test("an operation has at most one effect, and says what is true", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const model = createModel();
        for (const next of moves) {
          model.apply(next);
          check(model.facts());
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("a confirmed operation comes to a certain end once the provider can be read", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const model = createModel();
        for (const next of moves) model.apply(next);
        model.settle();
        const facts = model.facts();
        check(facts);
        if (facts.stored.state === "draft") return;
        expect(["done", "failed"]).toContain(facts.stored.state);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe("a request", () => {
  const sent = (operation = submitted(DRAFT, 0)) => sending(operation, 0, TIMINGS, {});

  test("that may be on its way is neither judged nor sent again before its lease ends", () => {
    expect(nextStep(sent(), TIMINGS.lease - 1)).toEqual({ do: "wait", ms: 1 });
    expect(nextStep(sent(), TIMINGS.lease)).toEqual({ do: "look" });
  });

  test("that was lost is sent again only after the state said no for a while", () => {
    const lost = answered(sent(), { kind: "lost", error: ERROR }, 100, TIMINGS);
    expect(judged(lost, { kind: "did-not-happen" }, 101, TIMINGS)).toMatchObject({ do: "wait" });
    expect(judged(lost, { kind: "did-not-happen" }, 2_100, TIMINGS)).toEqual({ do: "send" });
  });

  test("is never sent again after a quarter of an hour, nor a fourth time", () => {
    const lost = answered(sent(), { kind: "lost", error: ERROR }, 100, TIMINGS);
    const late = judged(lost, { kind: "did-not-happen" }, TIMINGS.resendWindow, TIMINGS);
    expect(late).toMatchObject({ do: "save", next: { state: "unknown" } });
    const often = judged({ ...lost, sends: MAX_SENDS }, { kind: "did-not-happen" }, 60_000, TIMINGS);
    expect(often).toMatchObject({ do: "save", next: { state: "unknown" } });
  });

  test("that was refused the second time is not called failed before the state says so", () => {
    const lost = answered(sent(), { kind: "lost", error: ERROR }, 100, TIMINGS);
    const refused = answered(
      sending(lost, 3_000, TIMINGS),
      { kind: "refused", error: { kind: "insufficient-funds" } },
      3_100,
      TIMINGS,
    );
    expect(refused.state).toBe("submitted");
    expect(judged(refused, { kind: "happened", result: RESULT }, 3_200, TIMINGS)).toMatchObject({
      next: { state: "done" },
    });
    expect(judged(refused, { kind: "did-not-happen" }, 20_000, TIMINGS)).toMatchObject({
      next: { state: "failed", error: { kind: "insufficient-funds" } },
    });
  });

  test("that never left fails after two minutes, with nothing sent", () => {
    const early = answered(sent(), { kind: "unsent", error: ERROR }, 1_000, TIMINGS);
    expect(early).toMatchObject({ state: "submitted", sends: 0 });
    expect(early.sentAt).toBeUndefined();
    expect(
      answered(sending(early, 120_000, TIMINGS), { kind: "unsent", error: ERROR }, 120_001, TIMINGS),
    ).toMatchObject({
      state: "failed",
      sends: 0,
    });
  });
});

test("an unknown operation is looked at again for a day, less and less often", () => {
  const unknown: Operation = { ...submitted(DRAFT, 0), state: "unknown", sentAt: 0, sends: 3, unknownAt: 0 };
  const waits: number[] = [];
  let now = 0;
  for (;;) {
    const ruling = judged(unknown, { kind: "unclear" }, now, TIMINGS);
    if (ruling.do !== "wait") {
      expect(ruling).toEqual({ do: "rest" });
      break;
    }
    waits.push(ruling.ms);
    now += ruling.ms;
  }
  expect(now).toBe(24 * 3_600_000);
  expect(waits[0]).toBe(30_000);
  expect(waits.every((wait, at) => at === 0 || wait >= (waits[at - 1] ?? 0))).toBe(true);
});
