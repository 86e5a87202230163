import type { Translator } from "../i18n.ts";
import { escapeHtml } from "../lib/text.ts";
import { SCRIPT, STYLE } from "./assets.ts";

/** A page to send as it is. */
export type Page = { status: number; body: string; headers: Record<string, string> };

/** Card details in the clear: they live in this call and in the answer, nowhere else. */
export type Shown = { pan: string; cvv: string; expiry: string; holder?: string; address?: string };

type Refusal = "shown" | "expired" | "unknown" | "failed";

const SHOWN_SECONDS = 60;

const STATUS: Record<Refusal, number> = { shown: 410, expired: 410, unknown: 404, failed: 503 };

/** The page behind the link: says what will happen, and a button. `card` is a name such as `Ads ·2039`. */
export function drawDoor(card: string, t: Translator, nonce: string): Page {
  const body = `<h1>${plain(t.plain("reveal-title"))}</h1>
<p>${plain(t.plain("reveal-intro", { card }))}</p>
<form method="post"><button class="main" type="submit">${plain(t.plain("reveal-show"))}</button></form>`;
  return draw(200, t.plain("reveal-title"), body, t, nonce);
}

/** The details themselves: grouped for reading, copied without spaces, hidden after a minute with or without a script. */
export function drawDetails(card: string, shown: Shown, t: Translator, nonce: string): Page {
  const grouped = shown.pan.replace(/(.{4})(?=.)/g, "$1 ");
  const rows = [
    row(t, "pan", t.plain("reveal-number"), grouped, shown.pan),
    row(t, "half", t.plain("reveal-expiry"), shown.expiry, shown.expiry),
    row(t, "half", t.plain("reveal-cvv"), shown.cvv, shown.cvv),
    shown.holder && row(t, "text", t.plain("reveal-holder"), shown.holder, shown.holder),
    shown.address && row(t, "text", t.plain("reveal-address"), shown.address, shown.address),
  ];
  const body = `<h1>${plain(card || t.plain("reveal-title"))}</h1>
<div class="timer"></div>
<dl class="details">${rows.filter(Boolean).join("")}</dl>
<p class="small">${plain(t.plain("reveal-hides"))}</p>
<script nonce="${nonce}">${SCRIPT}</script>`;
  // Asking for the page again shows that it was shown: so the details go away where there is no script, too.
  return draw(
    200,
    card || t.plain("reveal-title"),
    body,
    t,
    nonce,
    `<meta http-equiv="refresh" content="${SHOWN_SECONDS}">`,
  );
}

/** A page without details, and why. */
export function drawRefusal(why: Refusal, t: Translator, nonce: string): Page {
  const texts = {
    shown: () => [t.plain("reveal-shown-title"), t.plain("reveal-shown")],
    expired: () => [t.plain("reveal-expired-title"), t.plain("reveal-expired")],
    unknown: () => [t.plain("reveal-unknown-title"), t.plain("reveal-unknown")],
    failed: () => [t.plain("reveal-failed-title"), t.plain("reveal-failed")],
  };
  const [title = "", text = ""] = texts[why]();
  const retry =
    why === "failed"
      ? `<form method="post"><button class="main" type="submit">${plain(t.plain("reveal-retry"))}</button></form>`
      : "";
  return draw(STATUS[why], title, `<h1>${plain(title)}</h1><p>${plain(text)}</p>${retry}`, t, nonce);
}

function row(t: Translator, kind: string, name: string, text: string, copy: string): string {
  const labels = `data-copied="${plain(t.plain("reveal-copied"))}"`;
  return `<div class="${kind}"><dt>${plain(name)}</dt><dd>${plain(text)}</dd><button type="button" hidden data-copy="${plain(copy)}" ${labels} aria-label="${plain(`${t.plain("reveal-copy")}: ${name}`)}">${plain(t.plain("reveal-copy"))}</button></div>`;
}

function draw(status: number, title: string, body: string, t: Translator, nonce: string, head = ""): Page {
  return {
    status,
    body: `<!doctype html>
<html lang="${t.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${plain(title)}</title>${head}<style nonce="${nonce}">${STYLE}</style></head>
<body><main>${body}</main></body></html>`,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "x-robots-tag": "noindex, nofollow",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  };
}

const plain = escapeHtml;
