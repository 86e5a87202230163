import { expect, test } from "vitest";
import { encodeAct, toKeyboard } from "../../src/bot/callback.ts";
import type { Button } from "../../src/notifications/outgoing.ts";

const copy: Button = { text: "Copy", copy: "120034" };
const freeze = (id: string): Button => ({ text: "Freeze", act: { name: "card.freeze", wallet: "w1234", id } });

test("news of an object whose id fits no button goes out without that button", () => {
  for (const id of ["x".repeat(60), "a|b"]) {
    expect(() => encodeAct({ name: "card.freeze", id })).toThrow(RangeError);
    expect(toKeyboard([[copy], [freeze(id)]], true).inline_keyboard).toEqual([
      [expect.objectContaining({ text: "Copy" })],
    ]);
    expect(() => toKeyboard([[freeze(id)]])).toThrow(RangeError);
  }
});
