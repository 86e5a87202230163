import type { Translator } from "../../../i18n.ts";
import type { BinChoice } from "./bins.ts";
import { binName } from "./bins.ts";
import { LEAST_PAYMENTS, type OwnFigures, percentOf, type Standing, standing, type Tally } from "./own.ts";

const MOST_BINS = 6;

/** `27 of 30 passed (90%)`; too few make no percentage. Plain text. */
function tallyWords(t: Translator, tally: Tally): string {
  const { passed, refused } = tally;
  const counts = { passed, count: passed + refused };
  return counts.count < LEAST_PAYMENTS
    ? t.plain("issue-own-few", counts)
    : t.plain("issue-own-share", { ...counts, percent: percentOf(tally) });
}

/** What the person's own payments with a BIN came to, beside the advertised share. Plain text. */
export function ownWords(t: Translator, own: OwnFigures, bin: Pick<BinChoice, "id" | "acceptanceRate">): string {
  const tally = own.bins.find(({ id }) => id === bin.id);
  if (!tally) return t.plain("issue-own-none");
  const words = standingWords(t, standing(tally, bin.acceptanceRate));
  return [tallyWords(t, tally), ...(words ? [words] : [])].join(", ");
}

/** Everything that was read: by kind of card, by shop, and what was not counted. `bins`: all kinds, `shown`: those offered here. */
export function ownText(
  t: Translator,
  own: OwnFigures,
  { bins, shown }: { bins: readonly BinChoice[]; shown: readonly BinChoice[] },
): string {
  const unused = shown.filter(({ id }) => !own.bins.some((tally) => tally.id === id)).map(binName);
  if (own.bins.length === 0)
    return [t.html("issue-own-title"), t.html("issue-own-nothing"), ...notes(t, own)].join("\n\n");
  const advertised = (id: string): number | undefined => bins.find((bin) => bin.id === id)?.acceptanceRate;
  return [
    t.html("issue-own-title"),
    ...own.bins.slice(0, MOST_BINS).map((tally) => binLines(t, own, tally, advertised(tally.id))),
    ...(unused.length > 0 ? [t.html("issue-own-unused", { names: unused.join(", ") })] : []),
    [t.html("issue-own-shops"), ...own.shops.flatMap((shop) => shopLines(t, shop))].join("\n"),
    ...notes(t, own),
  ].join("\n\n");
}

function binLines(t: Translator, own: OwnFigures, tally: Tally, rate: number | undefined): string {
  return [
    t.html("issue-bin-name", { name: binName(tally) }),
    rate === undefined ? t.html("issue-own-unstated") : t.html("issue-own-advertised", { rate }),
    t.html("issue-own-line", {
      own: ownWords(t, own, { id: tally.id, ...(rate !== undefined && { acceptanceRate: rate }) }),
    }),
  ].join("\n");
}

const shopLines = (t: Translator, { name, bins }: OwnFigures["shops"][number]): string[] => [
  t.html("issue-own-shop", { name: name || t.plain("issue-own-no-shop") }),
  ...bins.map((tally) => t.html("issue-compare-line", { name: binName(tally), value: tallyWords(t, tally) })),
];

/** What the figures leave out, and what they do not change. */
function notes(t: Translator, { ownSide, unexplained, since }: OwnFigures): string[] {
  const lines = [
    ...(ownSide > 0 ? [t.html("issue-own-side", { count: ownSide })] : []),
    ...(unexplained > 0 ? [t.html("issue-own-unexplained", { count: unexplained })] : []),
    ...(since === undefined ? [] : [t.html("issue-own-since", { at: t.time(since, "date") })]),
    t.html("issue-own-order"),
  ];
  return [lines.join("\n")];
}

function standingWords(t: Translator, how: Standing): string | undefined {
  switch (how) {
    case "too-few":
    case "unstated":
      return undefined;
    case "below":
      return t.plain("issue-own-below");
    case "alike":
      return t.plain("issue-own-alike");
    case "above":
      return t.plain("issue-own-above");
  }
}
