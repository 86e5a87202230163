import { describe, expect, test } from "vitest";
import { type CardFilter, changedBy, hasTag, isNarrowed, queryOf, searchedFor } from "../../src/bot/card-filter.ts";

describe("the filter of cards", () => {
  const full: CardFilter = { status: "frozen", binId: "491653", label: "ads", sort: "balance", order: "asc" };

  test.each([
    ["status.active", { ...full, status: "active" }],
    ["status.", { binId: "491653", label: "ads", sort: "balance", order: "asc" }],
    ["status.lost", { binId: "491653", label: "ads", sort: "balance", order: "asc" }],
    ["bin.", { status: "frozen", label: "ads", sort: "balance", order: "asc" }],
    ["label.", { status: "frozen", binId: "491653", sort: "balance", order: "asc" }],
    ["sort.last_used", { status: "frozen", binId: "491653", label: "ads", sort: "last_used" }],
    ["sort.created_at", { status: "frozen", binId: "491653", label: "ads" }],
    ["sort.nothing", full],
    ["nonsense", full],
  ])("after %j", (arg, filter) => expect(changedBy(full, arg)).toEqual(filter));

  test("sorting twice by the same turns the order round, and again back", () => {
    const once = changedBy({}, "sort.created_at");
    expect(once).toEqual({ order: "asc" });
    expect(changedBy(once, "sort.created_at")).toEqual({});
  });

  test("sorting hides nothing; a tag is not for the API", () => {
    expect(isNarrowed({ sort: "balance", order: "asc" })).toBe(false);
    expect(isNarrowed({ tag: "work" })).toBe(true);
    expect(queryOf({ tag: "work", status: "active" })).toEqual({ status: "active" });
  });

  test.each([
    ["#work", { tag: "work" }],
    ["campaign=spring", { tag: "campaign=spring" }],
    ["work", { label: "work" }],
    ["a = ", { label: "a = " }],
  ])("%j looks for %j", (text, filter) => expect(searchedFor({ label: "old", tag: "old" }, text)).toEqual(filter));

  test("a tag is found whatever its case, and by its name alone", () => {
    expect(hasTag(["Campaign=Spring"], "campaign=spring")).toBe(true);
    expect(hasTag(["campaign=spring"], "campaign")).toBe(true);
    expect(hasTag(["campaign=spring"], "camp")).toBe(false);
  });
});
