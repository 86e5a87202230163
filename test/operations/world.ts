import { onTestFinished } from "vitest";
import type { SandboxOptions } from "../../sandbox/cryptocardy/server.ts";
import { systemRandom } from "../../src/lib/random.ts";
import type { Timings } from "../../src/operations/machine.ts";
import type { Operation, OperationKind, OperationState } from "../../src/operations/operation.ts";
import { createOperations } from "../../src/operations/operations.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { ADA, accountsWorld, connected } from "../accounts/world.ts";

const BIN = "491653";
export const SCREEN = { chatId: ADA, messageId: 5 };

/** The real waits, shortened: the order of things stays the same. Those that end only when a process dies are the real ones. */
export const QUICK = {
  settle: [60, 120],
  unsentWindow: 1_500,
  unreadableWindow: 700,
  checks: [150, 400, 1_000, 2_500, 6_000, 15_000, 30_000],
  certain: 900,
};

/** Operations on a real Redis and a real queue, against the sandbox: a wallet with $900.00 and a card with $100.00. */
export async function operationsWorld(
  options: { sandbox?: SandboxOptions; work?: boolean; timings?: Partial<Timings>; recoverMs?: number } = {},
) {
  const base = await accountsWorld({ sandbox: { limits: false, ...options.sandbox } });
  // Operations wait for times to come: here time passes by itself.
  base.clock.now = () => Date.now();
  const walletId = await connected(base);
  const wallet = { userId: ADA, walletId };
  const client = await base.accounts.freshClient(ADA, walletId);
  const card = await client.cards.create({ binId: BIN, amount: 10_000, label: "Ads" }, { idempotencyKey: "setup" });

  const started: (() => Promise<void>)[] = [];
  const blinding: Promise<void>[] = [];
  /** One more process, as far as Redis can tell. */
  async function newProcess(work = true) {
    const { redis, keyring, log } = base;
    const queues = createQueues({ redis, keyring, log, ...(options.recoverMs && { recoverMs: options.recoverMs }) });
    const operations = createOperations({
      store: base.store,
      accounts: base.accounts,
      queues,
      clock: base.clock,
      random: systemRandom,
      log: base.log,
      timings: { ...QUICK, ...options.timings },
    });
    const told: Operation[] = [];
    operations.onSettled(async (operation) => void told.push(operation));
    if (work) await operations.start();
    started.push(async () => {
      await operations.stop();
      await queues.close();
    });
    return { operations, queues, told };
  }
  const main = await newProcess(options.work ?? true);
  onTestFinished(async () => {
    for (const stop of started) await stop();
  });

  const { operations } = main;
  const funding = (amount = 2_500) =>
    operations.draft({ ...wallet, kind: "fund", params: { cardId: card.id, last4: card.last4, amount } });
  const withdrawal = (amount = 2_500) =>
    operations.draft({ ...wallet, kind: "withdraw", params: { cardId: card.id, last4: card.last4, amount } });
  const closing = () =>
    operations.draft({ ...wallet, kind: "close", params: { cardId: card.id, last4: card.last4, balance: 10_000 } });
  const issuing = (label = "New one", amount = 5_000) =>
    operations.draft({ ...wallet, kind: "issue", params: { binId: BIN, network: "visa", amount, label } });

  return {
    ...base,
    ...main,
    newProcess,
    wallet,
    client,
    card,
    drafts: { fund: funding, withdraw: withdrawal, close: closing, issue: issuing },
    funding,
    issuing,
    confirm: (id: string) => operations.submit(id, ADA, SCREEN),
    /** From the moment the next write has arrived, nothing can be read until `control.faults.clear()`. */
    async blindAfter(kind: Kind, fault: "drop-before" | "drop-after"): Promise<void> {
      const before = base.control.calls().filter(({ method }) => method !== "GET").length;
      base.control.faults.add({ ...PATHS[kind], kind: "delay", ms: 250 });
      base.control.faults.add({ ...PATHS[kind], kind: fault });
      const blind = async (): Promise<void> => {
        while (base.control.calls().filter(({ method }) => method !== "GET").length === before) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        base.control.faults.add({ method: "GET", kind: "garbage", times: 10_000 });
      };
      blinding.push(blind());
    },
    /** Waits for a state; resolves with the operation. */
    async until(id: string, ...states: OperationState[]): Promise<Operation> {
      const deadline = Date.now() + 60_000;
      for (;;) {
        const operation = await operations.get(id, ADA);
        if (operation && states.includes(operation.state)) return operation;
        if (Date.now() > deadline) throw new Error(`still ${operation?.state}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    /** Where the money is, in cents, and how many cards there are. */
    async money() {
      const { balance } = await client.wallet.balance();
      const { items } = await client.cards.list({ perPage: 100 });
      const live = items.filter(({ status }) => status !== "terminated");
      const mine = items.find(({ id }) => id === card.id);
      return { wallet: balance, card: mine?.balance ?? 0, cards: live.length };
    },
  };
}

export type OperationsWorld = Awaited<ReturnType<typeof operationsWorld>>;
export type Kind = OperationKind;

/** What each kind leaves behind when it happened exactly once, and when it did not happen. */
export const ONCE: Record<Kind, { wallet: number; card: number; cards: number }> = {
  fund: { wallet: 87_500, card: 12_500, cards: 1 },
  withdraw: { wallet: 92_500, card: 7_500, cards: 1 },
  close: { wallet: 100_000, card: 0, cards: 0 },
  issue: { wallet: 85_000, card: 10_000, cards: 2 },
};
export const NEVER = { wallet: 90_000, card: 10_000, cards: 1 };
export const KINDS: Kind[] = ["fund", "withdraw", "close", "issue"];
export const PATHS: Record<Kind, { method: string; path: string }> = {
  fund: { method: "POST", path: "/cards/*/fund" },
  withdraw: { method: "POST", path: "/cards/*/withdraw" },
  close: { method: "DELETE", path: "/cards/*" },
  issue: { method: "POST", path: "/cards" },
};
