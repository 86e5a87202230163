import type { Deposit } from "../../../cryptocardy/types.ts";

export const STEPS = ["sent", "seen", "confirmed", "credited"] as const;
export type Step = (typeof STEPS)[number];
/** `failed`: it will not come any more. */
export type StepState = "done" | "now" | "ahead" | "failed";

/** How far a deposit has come. Undefined for a status the API has just invented. */
export function stepsOf({ status }: Pick<Deposit, "status">): Record<Step, StepState> | undefined {
  switch (status) {
    case "pending":
      return { sent: "done", seen: "done", confirmed: "now", credited: "ahead" };
    case "confirmed":
      return { sent: "done", seen: "done", confirmed: "done", credited: "done" };
    case "expired":
      return { sent: "done", seen: "done", confirmed: "failed", credited: "failed" };
    default:
      return undefined;
  }
}
