import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_PICKED, type Picks, flipped as pick, withWholePage } from "../../../src/bot/features/bulk/picks.ts";
import {
  allButGroupOf,
  codesFor,
  flipped,
  packSelection,
  selectionOf,
  type Ticked,
  unpackSelection,
} from "../../../src/bot/features/card-settings/selection.ts";
import { MERCHANT_GROUPS } from "../../../src/lib/merchant-categories.ts";

const selections = fc.array(fc.constantFrom<Ticked>("none", "all", "some"), {
  minLength: MERCHANT_GROUPS.length,
  maxLength: MERCHANT_GROUPS.length,
});

describe("ticked categories", () => {
  test("any of them fit a button, and come back as they were", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const packed = packSelection(selection);
        expect(packed.length).toBeLessThanOrEqual(8);
        expect(unpackSelection(packed)).toEqual(selection);
      }),
    );
  });

  test("whatever a button says is some selection", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unpackSelection(text)).toHaveLength(MERCHANT_GROUPS.length);
      }),
    );
  });

  test("what is saved is what was ticked, and nothing ticked restricts nothing", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const whole = selection.map((ticked) => (ticked === "some" ? "none" : ticked));
        expect(selectionOf(codesFor(whole, []))).toEqual(whole);
      }),
    );
    expect(codesFor(selectionOf([]), ["odd"])).toEqual([]);
  });

  test("a group of which only some codes are allowed keeps them until it is ticked", () => {
    const allowed = ["5816", "7311"];
    const selection = selectionOf(allowed);
    const games = MERCHANT_GROUPS.findIndex(({ id }) => id === "games");
    expect(selection[games]).toBe("some");
    expect(codesFor(selection, allowed).toSorted()).toEqual(allowed);
    expect(codesFor(flipped(selection, games), allowed)).toEqual(["7311", "5816", "5945", "7993", "7994"]);
  });

  test("all but a shop's group leaves the group out, and is unknown for a code of no group", () => {
    expect(codesFor(allButGroupOf("7995") ?? [], [])).not.toContain("7995");
    expect(allButGroupOf("0001")).toBeUndefined();
  });
});

describe("ticked cards", () => {
  const cards = Array.from({ length: MOST_PICKED + 3 }, (_, at) => {
    const status = at === 0 ? "terminated" : "active";
    return { id: `card_${at}`, last4: "2039", network: "visa", status, balance: 0 };
  });
  const picks: Picks = { shown: cards, picked: [], page: 1, pages: 1, total: cards.length, unread: 0 };

  test("are no closed ones, and not too many", () => {
    expect(pick(picks, "card_0")?.picked).toEqual([]);
    const whole = withWholePage(picks);
    expect(whole.picked).toHaveLength(MOST_PICKED);
    expect(pick(whole, `card_${MOST_PICKED + 1}`)).toBeUndefined();
    expect(pick(whole, "card_1")?.picked).toHaveLength(MOST_PICKED - 1);
  });
});
