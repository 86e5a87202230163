import { readAs, readList, unwrap } from "./read.ts";
import type { Send } from "./request.ts";
import { challengeSchema } from "./schemas/challenge.ts";
import type { Challenge, ChallengeQuery } from "./types.ts";

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
