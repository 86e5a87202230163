// Loaded into the bot before anything else: makes its clock run ahead of the real one by as much as the demo says,
// so that "let 5 minutes pass" is true for everybody. Timers are left alone.

const RealDate = Date;
let aheadMs = Number(process.env.DEMO_AHEAD_MS ?? 0);

class ShiftedDate extends RealDate {
  constructor(...words: [] | [value: number | string | Date]) {
    if (words.length === 0) super(ShiftedDate.now());
    else super(...(words as [number]));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }
}

// `Date()` without `new` is not used by anybody here; every other property is inherited.
globalThis.Date = ShiftedDate as DateConstructor;

process.on("message", (message) => {
  const ahead = (message as { aheadMs?: unknown } | null)?.aheadMs;
  if (typeof ahead === "number") aheadMs = ahead;
});
// When the demo dies, however, so does its bot: nobody would stop it any more.
process.on("disconnect", () => process.exit(1));
// The line to the demo must not keep the bot alive after its own work is done.
process.channel?.unref();
