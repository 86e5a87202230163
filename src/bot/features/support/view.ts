import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import type { Screen } from "../../screen.ts";
import { withDraft } from "../../support-draft.ts";
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

function troubleText(t: Translator, { at, requestId, amount, last4 }: Trouble): string {
  const money = [
    ...(amount === undefined ? [] : [t.money(amount)]),
    ...(last4 ? [t.plain("support-card", { last4 })] : []),
  ];
  return [
    t.html("support-last", { at: t.time(at, "moment") }),
    ...(requestId ? [t.html("failure-request-id", { id: requestId }), t.html("support-number")] : []),
    ...(money.length > 0 ? [t.html("support-about", { what: money.join(", ") })] : []),
  ].join("\n");
}

const homeButtons = (t: Translator): Button[] => [
  { text: t.plain("support-status"), act: { name: "status.open" } },
  { text: t.plain("common-home"), act: { name: "home.open" } },
];
