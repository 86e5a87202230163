/** What the red button says. `lost`: also without a seed that is not saved. `askedAt`: when it was drawn, epoch ms. */
export type Consent = { lost: boolean; askedAt: number };

const MINUTE_MS = 60_000;
const LOST = "lost";

/** As the argument of an act. */
export const writeConsent = ({ lost, askedAt }: Consent): string =>
  `${Math.floor(askedAt / MINUTE_MS)}${lost ? LOST : ""}`;

/** To the minute; whatever else comes was asked long ago. */
export function readConsent(arg = ""): Consent {
  const [, minutes, lost] = /^(\d{1,9})(lost)?$/.exec(arg) ?? [];
  return { lost: lost === LOST, askedAt: Number(minutes ?? 0) * MINUTE_MS };
}
