const CELLS = 10;

/** `▓▓▓░░░░░░░`: how much of a whole is used up, in ten cells; the first fills with the first cent, the last with the last. */
export function bar(used: number, whole: number): string {
  const share = whole > 0 ? Math.min(1, Math.max(0, used / whole)) : 1;
  const full = share > 0 && share < 1 ? Math.min(CELLS - 1, Math.max(1, Math.round(share * CELLS))) : share * CELLS;
  return "▓".repeat(full) + "░".repeat(CELLS - full);
}
