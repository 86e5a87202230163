import { ERROR_KINDS, type ErrorKind } from "../../../cryptocardy/errors.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import type { Operation, OperationOf } from "../../../operations/operation.ts";
import { cardTitle } from "../../card-words.ts";
import { failureScreen } from "../../failures.ts";
import { noIssuingScreen } from "../../no-issuing.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { withDraft } from "../../support-draft.ts";
import { troubleOf } from "../../troubles.ts";

/** An operation as it stands: in work, done, refused, or not known. */
export function operationScreen(t: Translator, operation: Operation, supportUrl?: URL): Screen {
  switch (operation.state) {
    case "draft":
      return { text: t.html("operations-expired"), buttons: [lastRow(t, operation)] };
    case "submitted":
      return { text: t.html("operations-working", { what: title(t, operation) }), buttons: [] };
    case "done":
      return doneScreen(t, operation);
    case "failed":
      return refusedScreen(t, operation, supportUrl);
    case "unknown":
      return unknownScreen(t, operation, supportUrl);
  }
}

/** The person said no, or kept the card. */
export function cancelledScreen(t: Translator, operation: Operation): Screen {
  const text = operation.kind === "close" ? t.html("operations-kept") : t.html("operations-cancelled");
  return { text, buttons: [lastRow(t, operation)] };
}

/** What is being done, in a few words: `Fund ·2039 with $50.00`. */
function title(t: Translator, { kind, params }: Operation): string {
  switch (kind) {
    case "issue":
      return t.plain("operations-title-issue", { amount: t.money(params.amount) });
    case "fund":
      return t.plain("operations-title-fund", { card: cardTitle(params), amount: t.money(params.amount) });
    case "withdraw":
      return t.plain("operations-title-withdraw", { card: cardTitle(params), amount: t.money(params.amount) });
    case "close":
      return t.plain("operations-title-close", { card: cardTitle(params) });
  }
}

function doneScreen(t: Translator, operation: Operation): Screen {
  const buttons = [...nextSteps(t, operation), lastRow(t, operation)];
  switch (operation.kind) {
    case "issue":
      return { text: issued(t, operation), buttons };
    case "fund":
    case "withdraw":
      return { text: moved(t, operation), buttons };
    case "close":
      return { text: closed(t, operation), buttons };
  }
}

function issued(t: Translator, { params, result }: OperationOf<"issue">): string {
  const card = result?.card;
  return card
    ? t.html("operations-issued", { card: cardTitle(card), balance: t.money(card.balance) })
    : t.html("operations-issued-plain", { amount: t.money(params.amount) });
}

function moved(t: Translator, { kind, params, result }: OperationOf<"fund"> | OperationOf<"withdraw">): string {
  const facts = { card: cardTitle(params), amount: t.money(params.amount) };
  return [
    kind === "fund" ? t.html("operations-funded", facts) : t.html("operations-withdrawn", facts),
    ...(result?.cardBalance === undefined
      ? []
      : [t.html("operations-card-balance", { balance: t.money(result.cardBalance) })]),
    ...(result?.walletBalance === undefined
      ? []
      : [t.html("operations-wallet-balance", { balance: t.money(result.walletBalance) })]),
  ].join("\n");
}

function closed(t: Translator, { params, result }: OperationOf<"close">): string {
  return [
    t.html("operations-closed", { card: cardTitle(params) }),
    ...(result?.refunded === undefined ? [] : [t.html("operations-refunded", { amount: t.money(result.refunded) })]),
    ...(result?.walletBalance === undefined
      ? []
      : [t.html("operations-wallet-balance", { balance: t.money(result.walletBalance) })]),
  ].join("\n");
}

function refusedScreen(t: Translator, operation: Operation, supportUrl: URL | undefined): Screen {
  const { error, requestId } = operation;
  if (operation.kind === "issue" && error?.kind === "unsupported") return noIssuingScreen(t, operation.walletId);
  const failure = { kind: knownKind(error?.kind), requestId: error?.requestId ?? requestId, text: error?.text };
  const screen = failureScreen(t, failure, { supportUrl, trouble: troubleOf(operation) });
  const again = retry(operation);
  return {
    text: [t.html("operations-refused", { what: title(t, operation) }), screen.text].join("\n\n"),
    buttons: [
      [{ text: t.plain("common-retry"), act: again }],
      ...(failure.kind === "insufficient-funds" && operation.kind !== "withdraw"
        ? [[{ text: t.plain("common-deposit"), act: { name: "deposit.open", wallet: operation.walletId } }]]
        : []),
      ...screen.buttons,
    ],
  };
}

function unknownScreen(t: Translator, operation: Operation, supportUrl: URL | undefined): Screen {
  const { requestId } = operation;
  return {
    text: [
      t.html("operations-unknown", { what: title(t, operation) }),
      ...(requestId ? [t.html("failure-request-id", { id: requestId })] : []),
    ].join("\n\n"),
    buttons: [
      [{ text: t.plain("common-refresh"), act: { name: "op.refresh", id: operation.id } }],
      [
        ...(requestId ? [{ text: t.plain("failure-copy-id"), copy: requestId }] : []),
        ...(supportUrl
          ? [{ text: t.plain("failure-support"), url: withDraft(t, supportUrl, troubleOf(operation)).href }]
          : []),
      ],
      lastRow(t, operation),
    ],
  };
}

/** A failed operation is over: trying again asks anew, with a new key. */
function retry({ kind, params, walletId }: Operation): Act {
  switch (kind) {
    case "issue":
      return { name: "issue.start", wallet: walletId };
    case "fund":
      return { name: "fund.start", wallet: walletId, id: params.cardId };
    case "withdraw":
      return { name: "withdraw.start", wallet: walletId, id: params.cardId };
    case "close":
      return { name: "card.close", wallet: walletId, id: params.cardId };
  }
}

function nextSteps(t: Translator, operation: Operation): Button[][] {
  if (operation.kind !== "issue" || !operation.result) return [];
  const { id } = operation.result.card;
  return [
    [
      {
        text: t.plain("cards-details"),
        act: { name: "details.open", wallet: operation.walletId, id },
        style: "primary",
      },
    ],
  ];
}

function lastRow(t: Translator, operation: Operation): Button[] {
  const wallet = operation.walletId;
  const id = operation.kind === "issue" ? operation.result?.card.id : operation.params.cardId;
  return backRow(t, id ? { name: "card.open", wallet, id } : { name: "cards.open", wallet });
}

/** Operations keep the kind as a text, and have two of their own: both mean that nothing was done. */
function knownKind(kind: string | undefined): ErrorKind {
  return ERROR_KINDS.find((known) => known === kind) ?? "rejected";
}
