import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import type { Screen } from "../../screen.ts";
import type { Trouble } from "../../troubles.ts";

/** Whom to write to, and what to write. */
export function supportScreen(t: Translator, trouble: Trouble | undefined, supportUrl: URL | undefined): Screen {
  const requestId = trouble?.requestId;
  return {
    text: [
      supportUrl ? t.html("support-text") : t.html("support-without-address"),
      ...(trouble ? [troubleText(t, trouble)] : [t.html("support-no-trouble")]),
      t.html("support-never"),
    ].join("\n\n"),
    buttons: [
      supportUrl ? [{ text: t.plain("failure-support"), url: withDraft(t, supportUrl, trouble).href }] : [],
      requestId ? [{ text: t.plain("failure-copy-id"), copy: requestId }] : [],
      homeButtons(t),
    ],
  };
}

function troubleText(t: Translator, { at, requestId }: Trouble): string {
  return [
    t.html("support-last", { at: t.time(at, "moment") }),
    ...(requestId ? [t.html("failure-request-id", { id: requestId })] : []),
  ].join("\n");
}

/** A chat of Telegram can be opened with a message begun; other addresses stay as they are. */
export function withDraft(t: Translator, supportUrl: URL, trouble: Trouble | undefined): URL {
  const isChat = supportUrl.hostname === "t.me" && /^\/[a-z]\w+\/?$/i.test(supportUrl.pathname) && !supportUrl.search;
  if (!isChat || !trouble?.requestId) return supportUrl;
  const url = new URL(supportUrl);
  const at = new Date(trouble.at).toISOString().slice(0, 16).replace("T", " ");
  url.searchParams.set("text", t.plain("support-draft", { id: trouble.requestId, at: `${at} UTC` }));
  return url;
}

const homeButtons = (t: Translator): Button[] => [
  { text: t.plain("support-status"), act: { name: "status.open" } },
  { text: t.plain("common-home"), act: { name: "home.open" } },
];
