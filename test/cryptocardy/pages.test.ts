import fc from "fast-check";
import { expect, test } from "vitest";
import { everyItem } from "../../src/cryptocardy/pages.ts";
import { clientOf, startApi } from "./fake-api.ts";

const row = (id: number) => ({
  id: `txn_${id}`,
  card_id: "card_1",
  type: "settlement",
  amount: -1,
  currency: "USD",
  merchant: { name: "SHOP" },
  created_at: "2026-04-15T14:32:00Z",
});

test("every transaction is listed once, even while new ones push the pages along", async () => {
  const rows = Array.from({ length: 23 }, (_, index) => row(index));
  const api = await startApi(({ query }, index) => {
    if (index > 0) rows.unshift(row(100 + index));
    const [page, size] = [Number(query.get("page")), Number(query.get("per_page"))];
    const data = rows.slice((page - 1) * size, page * size);
    return { body: { data, pagination: { page, per_page: size, total: rows.length } } };
  });
  const { transactions } = clientOf(api.apiUrl);
  const ids: string[] = [];
  for await (const { id } of everyItem((page) => transactions.list({ page, perPage: 5 }))) ids.push(id);
  expect(new Set(ids).size).toBe(ids.length);
  for (let id = 0; id < 23; id += 1) expect(ids).toContain(`txn_${id}`);
});

test("a short page is the last one when the API counts nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 10 }), async (total, size) => {
      const asked: number[] = [];
      const fetchPage = async (page: number) => {
        asked.push(page);
        const items = Array.from({ length: total }, (_, id) => ({ id: String(id) })).slice(
          (page - 1) * size,
          page * size,
        );
        return { items, page, perPage: size, more: items.length === size };
      };
      const found: string[] = [];
      for await (const { id } of everyItem(fetchPage)) found.push(id);
      expect(found).toHaveLength(total);
      expect(asked).toHaveLength(Math.floor(total / size) + 1);
    }),
  );
});

test("a list without an end is given up after 500 pages", async () => {
  let asked = 0;
  const endless = everyItem(async (page) => {
    asked += 1;
    return { items: [{ id: String(page) }], page, perPage: 1, more: true };
  });
  for await (const _ of endless);
  expect(asked).toBe(500);
});

test("a filter of ours that empties a page does not end the list", async () => {
  const api = await startApi(({ query }) => ({
    body: {
      data: [row(Number(query.get("page")))],
      pagination: { page: Number(query.get("page")), per_page: 1, total: 3 },
    },
  }));
  const { transactions } = clientOf(api.apiUrl);
  expect(await transactions.list({ page: 1, perPage: 1, minAmount: 500 })).toMatchObject({ items: [], more: true });
});
