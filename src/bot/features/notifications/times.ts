import { clockIn, zoneName } from "../../../lib/zone.ts";

/** How far clocks are ahead of UTC, in minutes, wherever many people live. West to east. */
const OFFSETS = [
  -600, -540, -480, -420, -360, -300, -240, -210, -180, -120, -60, 0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360,
  390, 420, 480, 540, 570, 600, 660, 720, 780,
];

/** A zone to choose: its setting (`+03:00`), its name (`UTC+3`), and what its clocks show now (`14:05`). */
export type ZoneChoice = { setting: string; name: string; clock: string };

export const zoneChoices = (now: number): ZoneChoice[] =>
  OFFSETS.map((minutes) => {
    const setting = settingOf(minutes);
    return { setting, name: zoneName(setting, now), clock: clockIn(setting, now) };
  });

/** Undefined for what no button of ours holds. */
export const knownZone = (setting: string | undefined): string | undefined =>
  OFFSETS.map(settingOf).find((known) => known === setting);

/** `22:00`, from minutes since midnight. */
export const timeText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** `1320` from the `22` of a button; undefined for what is no hour. */
export function hourOf(arg: string | undefined): number | undefined {
  const hour = Number(arg);
  return arg && Number.isInteger(hour) && hour >= 0 && hour < 24 ? hour * 60 : undefined;
}

function settingOf(minutes: number): string {
  if (minutes === 0) return "UTC";
  return `${minutes < 0 ? "-" : "+"}${timeText(Math.abs(minutes))}`;
}
