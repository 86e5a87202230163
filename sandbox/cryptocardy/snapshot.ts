import type { Core } from "./core.ts";
import { fingerprint } from "./ids.ts";
import type { Json } from "./types.ts";

/** The whole state, or one wallet's, as the API would show it; without seeds, numbers, codes and secrets. */
export function snapshot({ world, wire }: Core, seed?: string) {
  const wallets = [...world.wallets.values()].filter((wallet) => seed === undefined || wallet.seed === seed);
  return {
    wallets: wallets.map((wallet) => ({ id: fingerprint(wallet.seed), ...wire.balance(wallet) })),
    cards: wallets.flatMap((wallet) => wallet.cards.map(wire.card)),
    transactions: wallets.flatMap((wallet) => wallet.transactions.map(wire.transaction)),
    deposits: wallets.flatMap((wallet) => wallet.deposits.map(wire.deposit)),
    challenges: wallets.flatMap((wallet) => wallet.challenges.map(wire.challenge)).map(withoutOtp),
    webhooks: wallets.flatMap((wallet) => wallet.webhooks).map(({ id, events, active }) => ({ id, events, active })),
  };
}

function withoutOtp({ otp: _, ...rest }: Json): Json {
  return rest;
}
