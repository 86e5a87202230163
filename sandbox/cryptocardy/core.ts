import type { Timeline } from "./timeline.ts";
import type { Card, EventType, Json, Wallet } from "./types.ts";
import type { Variants } from "./variants.ts";
import type { Sender } from "./webhooks/sender.ts";
import { createWire } from "./wire.ts";
import { createWorld } from "./world.ts";

export type Settings = {
  /** From authorization to settlement, ms; undefined: by the control side only. */
  settleAfterMs: number | undefined;
  /** A deposit that never confirms expires after this, ms. */
  depositExpiresMs: number;
};

/** What every part of the provider works with: memory, time, switches, and a way to tell the endpoints. */
export function createCore(timeline: Timeline, variants: Variants, sender: Sender, settings: Settings) {
  const world = createWorld();
  const wire = createWire(variants);

  function emit(wallet: Wallet, type: EventType, data: Json): void {
    sender.publish(wallet.webhooks, type, data, wire.time(timeline.now()));
  }

  return {
    world,
    wire,
    timeline,
    variants,
    settings,
    emit,
    emitCard: (wallet: Wallet, type: EventType, card: Card) => emit(wallet, type, wire.card(card)),
  };
}

export type Core = ReturnType<typeof createCore>;
