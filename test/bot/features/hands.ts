import { Redis } from "ioredis";
import type { Person } from "../../../sandbox/telegram/person.ts";
import { tap } from "../../people.ts";
import type { World } from "../../world.ts";

export { tap };

export const SEED = /[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/;

/** Opens a fresh wallet in the chat; its seed is not backed up then. */
export async function opensWallet(person: Person, words = { start: "New wallet", any: "Any" }): Promise<void> {
  await person.send("/start");
  await tap(person, words.start);
  await tap(person, words.any);
  await tap(person, "BTC · Bitcoin");
  await person.waitFor((message) => message.photo !== undefined);
}

/** A card made at the provider, with what a shop would be told of it. */
export async function cardOf({ cryptocardy }: World, seed: string, label = "Ads", amount = 10, binId = "491653") {
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { "content-type": "application/json", "x-seed": seed };
    return (await (await fetch(`${cryptocardy.url}${path}`, { ...init, headers })).json()) as Record<string, string>;
  };
  const body = JSON.stringify({ bin_id: binId, amount, label });
  const { id = "", last4 = "" } = await ask("/cards", { method: "POST", body });
  const { pan = "", cvv = "" } = await ask(`/cards/${id}/details`);
  return { id, last4, pan, cvv };
}

/** Everything Redis holds, as one text. */
export async function dump(redisUrl: string): Promise<string> {
  const redis = new Redis(redisUrl);
  const parts: string[] = [];
  for (const key of await redis.keys("*")) parts.push(key, (await redis.dumpBuffer(key))?.toString("latin1") ?? "");
  redis.disconnect();
  return parts.join("\n");
}
