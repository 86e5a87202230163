import type { Control, DepositRequest, PurchaseRequest } from "./control.ts";
import type { Fault } from "./http/faults.ts";
import type { Json } from "./types.ts";
import type { VariantChanges } from "./variants.ts";
import type { WebhookFault } from "./webhooks/faults.ts";

type Act = (body: Json) => unknown;

/** `/_control/<name>`: the methods of the control side over HTTP. Arguments are what their types say; no more checks. */
export function controlRoutes(control: Control): Record<string, Act> {
  const given = <T>(body: Json): T => body as T;
  const text = (body: Json, name: string): string => String(body[name] ?? "");
  return {
    "POST wallet": (body) => control.addWallet(body.seed === undefined ? undefined : text(body, "seed")),
    "POST deposit": (body) => control.deposit(given<DepositRequest>(body)),
    "POST confirm-deposit": (body) => control.confirmDeposit(text(body, "id")),
    "POST purchase": (body) => control.purchase(given<PurchaseRequest>(body)),
    "POST answer-challenge": (body) => control.answerChallenge(given<{ challengeId: string; otp: string }>(body)),
    "POST purchase-status": (body) => control.purchaseStatus(text(body, "challengeId")),
    "POST challenge": (body) => control.challenge(text(body, "id")),
    "POST settle": (body) =>
      control.settle(text(body, "transactionId"), body.amount === undefined ? undefined : Number(body.amount)),
    "POST refund": (body) => control.refund(given<{ transactionId: string; amount?: number }>(body)),
    "POST advance": (body) => control.advance(Number(body.ms)),
    "POST limits": (body) => control.limits(body.on === true),
    "GET calls": () => control.calls(),
    "DELETE calls": () => control.clearCalls(),
    "GET state": () => control.state(),
    "GET faults": () => control.faults.list(),
    "POST faults": (body) => control.faults.add(given<Fault>(body)),
    "DELETE faults": () => control.faults.clear(),
    "GET variants": () => control.variants(),
    "PATCH variants": (body) => control.variants(given<VariantChanges>(body)),
    "GET deliveries": () => control.webhooks.deliveries(),
    "POST webhook-faults": (body) => control.webhooks.faults.add(given<WebhookFault>(body)),
    "DELETE webhook-faults": () => control.webhooks.faults.clear(),
    "POST webhooks/stop": () => control.webhooks.stop(),
    "POST webhooks/resume": () => control.webhooks.resume(),
    "POST webhooks/release": () => control.webhooks.release(),
    "POST webhooks/send": (body) => control.webhooks.send(given<Parameters<Control["webhooks"]["send"]>[0]>(body)),
  };
}
