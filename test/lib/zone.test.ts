import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, clockIn, dayIn, endOfDay, startOfDay, zoneFrom, zoneName } from "../../src/lib/zone.ts";

const ZONES = [
  "UTC",
  "Europe/Moscow",
  "+05:30",
  "America/New_York",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Asia/Beirut",
];
const anyMoment = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });

describe("days of a zone", () => {
  test("every moment lies between the first and the last of its day", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anyMoment, (zone, at) => {
        const day = dayIn(zone, at);
        expect(startOfDay(zone, day)).toBeLessThanOrEqual(at);
        expect(endOfDay(zone, day)).toBeGreaterThanOrEqual(at);
        expect(dayIn(zone, startOfDay(zone, day))).toBe(day);
        expect(dayIn(zone, startOfDay(zone, day) - 1) < day).toBe(true);
      }),
    );
  });

  test("begin at midnight, and after it where midnight is skipped", () => {
    expect(startOfDay("+03:00", "2026-11-23")).toBe(Date.UTC(2026, 10, 22, 21));
    // Clocks in Beirut went from 23:59:59 to 01:00 on that night.
    expect(clockIn("Asia/Beirut", startOfDay("Asia/Beirut", "2022-03-27"))).toBe("01:00");
  });

  test("are counted on over months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(addMonths("2026-11", 2)).toBe("2027-01");
    expect(addMonths("2026-01-31", -1)).toBe("2025-12");
  });
});

describe("a zone", () => {
  test("that nobody knows is UTC", () => {
    expect(["Europe/Moscow", "+03:00", "Mars/Olympus", "", 3, undefined].map(zoneFrom)).toEqual([
      "Europe/Moscow",
      "+03:00",
      "UTC",
      "UTC",
      "UTC",
      "UTC",
    ]);
  });

  test("is named by its distance from UTC", () => {
    const at = Date.UTC(2026, 10, 23);
    expect(["UTC", "Europe/Moscow", "+05:30", "America/New_York"].map((zone) => zoneName(zone, at))).toEqual([
      "UTC",
      "UTC+3",
      "UTC+5:30",
      "UTC\u22125",
    ]);
  });
});
