import { createRecords, type StoreDeps } from "./records.ts";

/** The lock of a person. Never the PIN: only a slow salted hash of it. Moments in epoch ms. */
export type PinRecord = {
  salt: string;
  hash: string;
  /** For how many minutes a right PIN opens. */
  minutes: number;
  /** Ids of the wallets there were when it was set: the seed of one of these lifts it, one connected since does not. */
  wallets?: string[];
  /** Wrong tries in a row. */
  wrong: number;
  /** No try counts before this. */
  barredUntil?: number;
  /** Open until then. */
  openUntil?: number;
};

export type Pins = ReturnType<typeof createPins>;

/** Kept until it is turned off: a lock that expires would open by itself. */
export function createPins(deps: StoreDeps) {
  const records = createRecords<PinRecord>(deps, "pin");
  return {
    get: (userId: number): Promise<PinRecord | undefined> => records.read(userId),
    put: (userId: number, pin: PinRecord): Promise<void> => records.write(userId, pin),
    /** `change` is pure and may run several times; nothing is written when there is no lock, or for undefined. */
    update: (userId: number, change: (pin: PinRecord) => PinRecord | undefined): Promise<PinRecord | undefined> =>
      records.change(userId, (pin) => pin && change(pin)),
    remove: (userId: number): Promise<void> => records.remove(userId),
  };
}
