import { type Keyring, VaultError } from "../vault/index.ts";
import type { Lane } from "./lanes.ts";

/** What lies in Redis of a job: everything else about it is only how and when. `o` finds the jobs of a person. */
export type Envelope = { s: string; o?: string };

export type Payload = { [name: string]: unknown };

const MOST_MARKS = 10_000;

type Content = { payload: Payload; owner?: number };

/** Seals and opens what jobs carry, bound to their lane and name. */
export function createPayloads(keyring: Keyring) {
  // A person's events come in bursts, and one mark costs as much as sealing a job.
  const known = new Map<number, string[]>();

  function marks(owner: number): string[] {
    const found = known.get(owner);
    if (found) return found;
    const made = keyring.blindIndexes("queue-owner", String(owner));
    if (known.size >= MOST_MARKS) known.clear();
    known.set(owner, made);
    return made;
  }

  function seal(lane: Lane, name: string, content: Content): Envelope {
    const s = keyring.sealText("queue", `${lane}/${name}`, JSON.stringify(content));
    const [o] = content.owner === undefined ? [] : marks(content.owner);
    return { s, ...(o ? { o } : {}) };
  }

  const open = (lane: Lane, name: string, { s }: Envelope): Content =>
    JSON.parse(keyring.openText("queue", `${lane}/${name}`, s)) as Content;

  return {
    seal: (lane: Lane, name: string, payload: Payload, owner?: number): Envelope =>
      seal(lane, name, { payload, ...(owner === undefined ? {} : { owner }) }),

    /** Throws `VaultError`. */
    open: (lane: Lane, name: string, envelope: Envelope): Payload => open(lane, name, envelope).payload,

    /** The same with the current key; undefined when no key opens it. */
    reseal(lane: Lane, name: string, envelope: Envelope): Envelope | undefined {
      try {
        return seal(lane, name, open(lane, name, envelope));
      } catch (error) {
        if (error instanceof VaultError) return undefined;
        throw error;
      }
    },

    /** Sealed by an older key. */
    isStale: ({ s }: Envelope): boolean => !keyring.isCurrent(Buffer.from(s, "base64url")),

    /** Whether a job is a person's, without opening it. */
    belongsTo: ({ o }: Envelope, owner: number): boolean => o !== undefined && marks(owner).includes(o),
  };
}
