import type { PinRecord } from "../store/pins.ts";

export const MOST_WRONG = 5;
const BARRED_MS = 15 * 60_000;

/** Whether no try is taken at the moment (epoch ms). */
export const isBarred = (pin: PinRecord, now: number): pin is PinRecord & { barredUntil: number } =>
  (pin.barredUntil ?? 0) > now;

export const isOpen = (pin: PinRecord, now: number): boolean => (pin.openUntil ?? 0) > now;

/** One more wrong try. The fifth in a row bars the lock for a quarter of an hour, and counting begins anew. */
export function counted(pin: PinRecord, now: number): PinRecord {
  const { barredUntil: _, ...rest } = pin;
  const wrong = pin.wrong + 1;
  return wrong >= MOST_WRONG ? { ...rest, wrong: 0, barredUntil: now + BARRED_MS } : { ...rest, wrong };
}

/** A right PIN: open for as long as the person chose. */
export function opened(pin: PinRecord, now: number): PinRecord {
  const { barredUntil: _, ...rest } = pin;
  return { ...rest, wrong: 0, openUntil: now + pin.minutes * 60_000 };
}
