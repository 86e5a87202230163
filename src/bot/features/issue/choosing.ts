import { type BinChoice, networksOf, purposesOf, rankBins, type Wish } from "./bins.ts";

const BINS_PER_PAGE = 5;

/** Where somebody is in choosing a BIN. `page` counts from 1. */
export type Choosing = Wish & { view: "network" | "purpose" | "bins" | "compare" | "own"; page: number };

/** The answer for which the person's payments have to be read. */
export const OWN = "view:own";

/** The first question; the network is asked for only when there is a choice. */
export function firstStep(bins: readonly BinChoice[]): Choosing {
  const [only, ...others] = networksOf(bins);
  return only && others.length === 0
    ? { view: "bins", network: only, page: 1 }
    : { view: "network", network: "any", page: 1 };
}

/**
 * What a press leads to: the next step, or the BIN it chose. Answers are `view:<view>`, `network:<network>`,
 * `purpose:<place>` (none: any), `page:<page>`, `bin:<id>`; anything else leaves everything as it is.
 */
export function nextStep(bins: readonly BinChoice[], now: Choosing, answer: string): Choosing | { chosen: BinChoice } {
  const [kind = "", ...rest] = answer.split(":");
  const value = rest.join(":");
  switch (kind) {
    case "view":
      return isView(value) ? { ...now, view: value } : now;
    case "network": {
      const network = networksOf(bins).find((one) => one === value);
      return network ? onlyOne(bins, { ...now, network, view: "bins", page: 1 }) : now;
    }
    case "purpose": {
      const { purpose: _, ...rest } = now;
      const purpose = purposesOf(bins)[Number(value || Number.NaN)];
      return { ...rest, ...(purpose && { purpose }), view: "bins", page: 1 };
    }
    case "page":
      return { ...now, page: Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), pagesOf(bins, now)) };
    case "bin": {
      const chosen = bins.find(({ id }) => id === value);
      return chosen ? { chosen } : now;
    }
    default:
      return now;
  }
}

/** The BINs of the step's page, best first. */
export const shownBins = (bins: readonly BinChoice[], step: Choosing): BinChoice[] =>
  rankBins(bins, step).slice((step.page - 1) * BINS_PER_PAGE, step.page * BINS_PER_PAGE);

export const pagesOf = (bins: readonly BinChoice[], step: Choosing): number =>
  Math.max(1, Math.ceil(rankBins(bins, step).length / BINS_PER_PAGE));

/** Nothing is asked when there is nothing to choose from. */
function onlyOne(bins: readonly BinChoice[], step: Choosing): Choosing | { chosen: BinChoice } {
  const [only, ...others] = rankBins(bins, step);
  return only && others.length === 0 ? { chosen: only } : step;
}

const VIEWS: readonly Choosing["view"][] = ["network", "purpose", "bins", "compare", "own"];
const isView = (value: string): value is Choosing["view"] => VIEWS.some((view) => view === value);
