import type { BotDeps } from "../deps.ts";
import type { Feature } from "../feature.ts";

/** Every screen of the bot, in the order in which their texts are offered a plain message. */
export function createFeatures(_deps: BotDeps): Feature[] {
  return [];
}
