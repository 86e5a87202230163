import { type Cents, centsToApi } from "../lib/money.ts";
import { CardApiError } from "./errors.ts";
import { readAs, readPage, unwrap } from "./read.ts";
import type { Send } from "./request.ts";
import { balanceChangeSchema, cardSchema, detailsSchema, statusSchema, terminationSchema } from "./schemas/card.ts";
import { isRecord } from "./schemas/primitives.ts";
import { walletSchema } from "./schemas/wallet.ts";
import type {
  BalanceChange,
  Card,
  CardChanges,
  CardDetails,
  CardQuery,
  Keyed,
  NewCard,
  Page,
  StatusChange,
  Termination,
} from "./types.ts";

const DEFAULT_PER_PAGE = 25;

/** `/cards`. Amounts in cents. Every method throws CardApiError. */
export function cardsOf(send: Send) {
  async function get(id: string): Promise<Card> {
    return readCard(await send({ method: "GET", route: "/cards/{id}", params: { id } }));
  }

  /** Freeze and unfreeze: refused because it is already so counts as done; an answer without a status is asked for. */
  async function change(id: string, verb: "freeze" | "unfreeze", wanted: string, keyed?: Keyed): Promise<StatusChange> {
    const body = await unlessAlready(
      send({ method: "POST", route: `/cards/{id}/${verb}`, params: { id }, idempotencyKey: keyed?.idempotencyKey }),
      async () => (await get(id)).status === wanted,
    );
    const answer = statusSchema.safeParse(unwrap(body, "card"));
    return answer.success ? answer.data : { id, status: wanted };
  }

  async function move(id: string, verb: "fund" | "withdraw", amount: Cents, keyed: Keyed): Promise<BalanceChange> {
    const body = await send({
      method: "POST",
      route: `/cards/{id}/${verb}`,
      params: { id },
      body: { amount: centsToApi(amount) },
      idempotencyKey: keyed.idempotencyKey,
    });
    if (saysNothing(body)) throw new CardApiError({ kind: "malformed", sent: true, field: "new_balance" });
    const answer = balanceChangeSchema.safeParse(unwrap(body)).data ?? {};
    const known = { id, ...answer, amount: answer.amount ?? amount };
    if (known.newBalance !== undefined && known.walletBalance !== undefined) return known;
    // The money has moved; whether we can say what is where now must not make a failure of it.
    const [card, wallet] = await Promise.allSettled([get(id), send({ method: "GET", route: "/wallet/balance" })]);
    const balance =
      wallet.status === "fulfilled" ? walletSchema.safeParse(unwrap(wallet.value, "wallet")).data : undefined;
    return {
      ...known,
      ...(card.status === "fulfilled" ? { newBalance: card.value.balance } : {}),
      ...(balance ? { walletBalance: balance.balance } : {}),
    };
  }

  return {
    /**
     * Issues a card and moves `amount` onto it. Known from the API's SDK samples only: throws `unsupported` when the API does not
     * offer it.
     */
    async create({ binId, amount, label }: NewCard, { idempotencyKey }: Keyed): Promise<Card> {
      const body = { bin_id: binId, amount: centsToApi(amount), ...(label === undefined ? {} : { label }) };
      return readCard(await send({ method: "POST", route: "/cards", body, idempotencyKey, resource: "create" }));
    },

    async list(query: CardQuery = {}): Promise<Page<Card>> {
      const { status, binId, label, sort, order, page, perPage } = query;
      const search = { status, bin_id: binId, label, sort, order, page, per_page: perPage };
      const body = await send({ method: "GET", route: "/cards", query: search });
      return readPage(cardSchema, body, "cards", { page, perPage: perPage ?? DEFAULT_PER_PAGE });
    },

    get,

    /** PAN and CVV. Limited by the API to 30 a minute. */
    async details(id: string): Promise<CardDetails> {
      const body = await send({ method: "GET", route: "/cards/{id}/details", params: { id }, resource: "details" });
      return readAs(detailsSchema, unwrap(body, "card"));
    },

    /** Changes settings; the card as it is afterwards, asked for when the answer does not hold it. */
    async update(id: string, changes: CardChanges, keyed?: Keyed): Promise<Card> {
      const body = await send({
        method: "PATCH",
        route: "/cards/{id}",
        params: { id },
        body: changesToApi(changes),
        idempotencyKey: keyed?.idempotencyKey,
      });
      const answer = cardSchema.safeParse(unwrap(body, "card"));
      return answer.success ? answer.data : get(id);
    },

    freeze: (id: string, keyed?: Keyed): Promise<StatusChange> => change(id, "freeze", "frozen", keyed),
    unfreeze: (id: string, keyed?: Keyed): Promise<StatusChange> => change(id, "unfreeze", "active", keyed),

    /** For good; the balance goes back to the wallet. Terminating a terminated card is done, without `refundedAmount`. */
    async terminate(id: string, keyed?: Keyed): Promise<Termination> {
      const body = await unlessAlready(
        send({ method: "DELETE", route: "/cards/{id}", params: { id }, idempotencyKey: keyed?.idempotencyKey }),
        async () => (await get(id)).status === "terminated",
      );
      if (saysNothing(body)) throw new CardApiError({ kind: "malformed", sent: true, field: "status" });
      const answer = terminationSchema.safeParse(unwrap(body, "card"));
      return answer.success ? answer.data : { id, status: "terminated" };
    },

    /** From the wallet onto the card, $1 to $5,000. */
    fund: (id: string, amount: Cents, keyed: Keyed): Promise<BalanceChange> => move(id, "fund", amount, keyed),

    /** From the card back to the wallet. */
    withdraw: (id: string, amount: Cents, keyed: Keyed): Promise<BalanceChange> => move(id, "withdraw", amount, keyed),
  };
}

/** A body, and nothing in it: not even that it worked. (No body at all is a 204, which says so.) */
const saysNothing = (body: unknown): boolean =>
  body !== undefined && (!isRecord(body) || Object.keys(body).length === 0);

function readCard(body: unknown): Card {
  return readAs(cardSchema, unwrap(body, "card"));
}

function changesToApi(changes: CardChanges): Record<string, unknown> {
  const { label, spendingLimit, allowedCategories, autoFreezeAt, metadata } = changes;
  return {
    label,
    spending_limit: spendingLimit === undefined ? undefined : centsToApi(spendingLimit),
    allowed_categories: allowedCategories,
    auto_freeze_at: autoFreezeAt === undefined ? undefined : centsToApi(autoFreezeAt),
    metadata,
  };
}

/** A refusal may mean that the card already is what we want it to be: then there is no answer to read, and no failure. */
async function unlessAlready(answer: Promise<unknown>, isAlready: () => Promise<boolean>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    const refused = error instanceof CardApiError && (error.kind === "conflict" || error.kind === "rejected");
    if (refused && (await isAlready().catch(() => false))) return undefined;
    throw error;
  }
}
