import type { Translator } from "../i18n.ts";
import type { Trouble } from "./troubles.ts";

/** A chat of Telegram can be opened with a message begun; other addresses stay as they are. */
export function withDraft(t: Translator, supportUrl: URL, trouble: Partial<Trouble> = {}): URL {
  const isChat = supportUrl.hostname === "t.me" && /^\/[a-z]\w+\/?$/i.test(supportUrl.pathname) && !supportUrl.search;
  const facts = troubleFacts(t, trouble);
  if (!isChat || facts.length === 0) return supportUrl;
  const url = new URL(supportUrl);
  url.searchParams.set("text", t.plain("support-draft", { facts: facts.join(", ") }));
  return url;
}

/** All that support is told: request id, moment (in UTC: it is read by somebody else), amount, last digits of the card. */
function troubleFacts(t: Translator, { requestId, at, amount, last4 }: Partial<Trouble>): string[] {
  return [
    ...(requestId ? [requestId] : []),
    ...(at === undefined ? [] : [`${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`]),
    ...(amount === undefined ? [] : [t.money(amount)]),
    ...(last4 ? [t.plain("support-card", { last4 })] : []),
  ];
}
