/** What can go wrong with webhooks: nothing sent, sent twice, sent after the next one, signed with another key. */
export type WebhookFault = {
  kind: "drop" | "duplicate" | "reorder" | "forge";
  /** An event type or `*` (the default). */
  type?: string;
  /** How many events; 1 unless given. */
  times?: number;
};

export function createWebhookFaults() {
  let active: { fault: WebhookFault; left: number }[] = [];
  return {
    add(fault: WebhookFault) {
      active.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      active = [];
    },
    list: () => active.map(({ fault, left }) => ({ ...fault, times: left })),
    /** Uses up one of the faults that match this event. */
    take(type: string): WebhookFault["kind"] | undefined {
      const found = active.find(({ fault, left }) => left > 0 && [undefined, "*", type].includes(fault.type));
      if (!found) return undefined;
      found.left--;
      active = active.filter(({ left }) => left > 0);
      return found.fault.kind;
    },
  };
}
