import type { PlainKey, Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { networkName } from "../../card-words.ts";
import type { Screen } from "../../screen.ts";
import { type BinChoice, binName, type NetworkChoice, networksOf, purposesOf, suits } from "./bins.ts";
import { type Choosing, OWN, pagesOf, shownBins } from "./choosing.ts";
import { compareText } from "./compare-view.ts";
import type { OwnFigures } from "./own.ts";
import { ownText, ownWords } from "./own-view.ts";
import { purposeInWords, useInWords } from "./uses.ts";
import { cardsAct } from "./view.ts";

export const CHOICE = "ask.bin";
const MOST_USES = 6;

/** Where the buttons of a choosing screen belong. */
type Place = { walletId: string; session: string };

/**
 * Draws the step: whose logo, what for, which kind of card, all kinds side by side, or what the person's own payments say
 * of them. `own`: once it was read.
 */
export function choosingScreen(
  t: Translator,
  place: Place,
  bins: readonly BinChoice[],
  step: Choosing,
  own?: OwnFigures,
): Screen {
  switch (step.view) {
    case "network":
      return networkScreen(t, place, networksOf(bins));
    case "purpose":
      return purposeScreen(t, place, bins);
    case "bins":
      return binScreen(t, place, bins, step, own);
    case "compare":
      return beside(t, place, bins, step, compareText(t, shownBins(bins, step), own), [
        button(t, place, "issue-own", OWN),
      ]);
    case "own":
      if (!own) return binScreen(t, place, bins, step);
      return beside(t, place, bins, step, ownText(t, own, { bins, shown: shownBins(bins, step) }), [
        button(t, place, "issue-compare", "view:compare"),
      ]);
  }
}

/** Something about the kinds of card, any of which can be chosen from here. */
function beside(
  t: Translator,
  place: Place,
  bins: readonly BinChoice[],
  step: Choosing,
  text: string,
  more: Button[],
): Screen {
  return {
    text,
    buttons: [
      ...binButtons(t, place, bins, step),
      more,
      [button(t, place, "common-back", "view:bins")],
      cancel(t, place),
    ],
  };
}

function networkScreen(t: Translator, place: Place, networks: NetworkChoice[]): Screen {
  const choose = (network: NetworkChoice): Button => ({
    text: network === "any" ? t.plain("issue-any") : networkName(network),
    act: answerAct(place, `network:${network}`),
  });
  return {
    text: t.html("issue-network-ask"),
    buttons: [networks.map(choose), [button(t, place, "issue-purpose", "view:purpose")], cancel(t, place)],
  };
}

function purposeScreen(t: Translator, place: Place, bins: readonly BinChoice[]): Screen {
  const buttons = purposesOf(bins).map(
    (purpose, index): Button => ({
      text: purposeInWords(t, purpose),
      act: answerAct(place, `purpose:${index}`),
    }),
  );
  return {
    text: t.html("issue-purpose-ask"),
    buttons: [
      ...buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : [])),
      [button(t, place, "issue-purpose-any", "purpose:")],
      backRow(t, place, bins),
    ],
  };
}

/** One paragraph and one button for each kind of card, best first. */
function binScreen(t: Translator, place: Place, bins: readonly BinChoice[], step: Choosing, own?: OwnFigures): Screen {
  const { purpose } = step;
  return {
    text: [
      purpose ? t.html("issue-bin-ask-for", { purpose: purposeInWords(t, purpose) }) : t.html("issue-bin-ask"),
      ...shownBins(bins, step).map((bin) => binText(t, bin, suits(bin, purpose), own)),
      ...(own ? [t.html("issue-own-order")] : []),
    ].join("\n\n"),
    buttons: [
      ...binButtons(t, place, bins, step),
      [button(t, place, "issue-purpose", "view:purpose"), button(t, place, "issue-compare", "view:compare")],
      [button(t, place, "issue-own", OWN)],
      backRow(t, place, bins),
    ],
  };
}

function binButtons(t: Translator, place: Place, bins: readonly BinChoice[], step: Choosing): Button[][] {
  const { page, purpose } = step;
  const rows = shownBins(bins, step).map((bin): Button[] => [
    {
      text: suits(bin, purpose) ? t.plain("issue-bin-suits", { name: binName(bin) }) : binName(bin),
      act: answerAct(place, `bin:${bin.id}`),
    },
  ]);
  const pager = [
    ...(page > 1 ? [button(t, place, "issue-previous", `page:${page - 1}`)] : []),
    ...(page < pagesOf(bins, step) ? [button(t, place, "common-next", `page:${page + 1}`)] : []),
  ];
  return [...rows, pager];
}

function binText(t: Translator, bin: BinChoice, best: boolean, own: OwnFigures | undefined): string {
  const features = [
    ...(bin.threeDs ? ["3-D Secure"] : []),
    ...(bin.applePay ? ["Apple Pay"] : []),
    ...(bin.googlePay ? ["Google Pay"] : []),
  ];
  const name = binName(bin);
  const uses = bin.bestFor.slice(0, MOST_USES).map((use) => useInWords(t, use));
  return [
    best ? t.html("issue-bin-name-best", { name }) : t.html("issue-bin-name", { name }),
    ...(uses.length > 0 ? [t.html("issue-bin-best-for", { uses: uses.join(", ") })] : []),
    features.length > 0
      ? t.html("issue-bin-features", { features: features.join(", ") })
      : t.html("issue-bin-no-features"),
    ...(bin.maxTransaction ? [t.html("issue-bin-max-transaction", { limit: t.money(bin.maxTransaction) })] : []),
    ...(bin.maxMonthly ? [t.html("issue-bin-max-monthly", { limit: t.money(bin.maxMonthly) })] : []),
    ...(bin.acceptanceRate ? [t.html("issue-bin-acceptance", { rate: bin.acceptanceRate })] : []),
    ...(own ? [t.html("issue-own-bin", { own: ownWords(t, own, bin) })] : []),
  ].join("\n");
}

const answerAct = ({ session }: Place, arg: string) => ({ name: CHOICE, id: session, arg });

const button = (t: Translator, place: Place, key: PlainKey, arg: string): Button => ({
  text: t.plain(key),
  act: answerAct(place, arg),
});

/** Back to the first question, where there was one. */
const backRow = (t: Translator, place: Place, bins: readonly BinChoice[]): Button[] => [
  ...(networksOf(bins).length > 1 ? [button(t, place, "common-back", "view:network")] : []),
  ...cancel(t, place),
];

const cancel = (t: Translator, { walletId }: Place): Button[] => [
  { text: t.plain("common-cancel"), act: cardsAct(walletId) },
];
