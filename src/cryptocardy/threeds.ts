import { readAs, readList, unwrap } from "./read.ts";
import type { Send } from "./request.ts";
import { challengeSchema } from "./schemas/challenge.ts";
import type { Challenge, ChallengeQuery } from "./types.ts";

const OVER =
  /^(?:completed?|expired?|succeeded|success|approved|authenticated|verified|used|failed|declined|rejected|cancell?ed)$/i;

/** Whether its code is of no use any more. A status that nobody knows is none: better a code too many than one too few. */
export const isOver = ({ status }: Pick<Challenge, "status">): boolean => OVER.test(status.trim());

/** `/3ds`: challenges with their one-time codes. Every method throws CardApiError. */
export function threedsOf(send: Send) {
  return {
    async list({ cardId, status }: ChallengeQuery = {}): Promise<Challenge[]> {
      const body = await send({ method: "GET", route: "/3ds", query: { card_id: cardId, status } });
      return readList(challengeSchema, body, "challenges");
    },

    async get(id: string): Promise<Challenge> {
      const body = await send({ method: "GET", route: "/3ds/{id}", params: { id } });
      return readAs(challengeSchema, unwrap(body, "challenge"));
    },
  };
}
