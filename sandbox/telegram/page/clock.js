// The demo can let time pass: what counts is the emulator's clock, not the browser's.

let ahead = 0;

/** @param {number} virtual milliseconds, as the emulator says */
export function setNow(virtual) {
  // Less than this is the way from there to here.
  ahead = Math.abs(virtual - Date.now()) < 1000 ? 0 : virtual - Date.now();
}

/** Milliseconds since the epoch where the bot lives. */
export const now = () => Date.now() + ahead;
