import type { Translator } from "../../../i18n.ts";
import { type BinChoice, binName } from "./bins.ts";
import type { OwnFigures } from "./own.ts";
import { ownWords } from "./own-view.ts";
import { useInWords } from "./uses.ts";

const MOST_USES = 6;

/** Property by property, which kind of card has how much of it: lines instead of a table, which no phone is wide enough for. */
export function compareText(t: Translator, bins: readonly BinChoice[], own?: OwnFigures): string {
  return [
    t.html("issue-compare-title"),
    [
      has(t, bins, "3-D Secure", ({ threeDs }) => threeDs),
      has(t, bins, "Apple Pay", ({ applePay }) => applePay),
      has(t, bins, "Google Pay", ({ googlePay }) => googlePay),
    ].join("\n\n"),
    measure(t, bins, t.html("issue-compare-max-transaction"), ({ maxTransaction }) => money(t, maxTransaction)),
    measure(t, bins, t.html("issue-compare-max-monthly"), ({ maxMonthly }) => money(t, maxMonthly)),
    measure(t, bins, t.html("issue-compare-acceptance"), ({ acceptanceRate }) =>
      acceptanceRate === undefined ? undefined : t.plain("issue-compare-rate", { rate: acceptanceRate }),
    ),
    ...(own ? [measure(t, bins, t.html("issue-own-compare"), (bin) => ownWords(t, own, bin))] : []),
    measure(t, bins, t.html("issue-compare-best-for"), ({ bestFor }) =>
      bestFor.length === 0
        ? undefined
        : bestFor
            .slice(0, MOST_USES)
            .map((use) => useInWords(t, use))
            .join(", "),
    ),
  ].join("\n\n");
}

function has(t: Translator, bins: readonly BinChoice[], feature: string, of: (bin: BinChoice) => boolean): string {
  const names = (wanted: boolean) =>
    bins
      .filter((bin) => of(bin) === wanted)
      .map(binName)
      .join(", ");
  const [having, lacking] = [names(true), names(false)];
  return [
    t.html("issue-compare-heading", { feature }),
    ...(having ? [t.html("issue-compare-yes", { names: having })] : []),
    ...(lacking ? [t.html("issue-compare-no", { names: lacking })] : []),
  ].join("\n");
}

function measure(
  t: Translator,
  bins: readonly BinChoice[],
  heading: string,
  of: (bin: BinChoice) => string | undefined,
): string {
  const lines = bins.map((bin) =>
    t.html("issue-compare-line", { name: binName(bin), value: of(bin) ?? t.plain("issue-compare-unknown") }),
  );
  return [heading, ...lines].join("\n");
}

const money = (t: Translator, cents: number | undefined): string | undefined =>
  cents === undefined ? undefined : t.money(cents);
