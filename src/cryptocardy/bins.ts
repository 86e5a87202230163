import { readList } from "./read.ts";
import type { Send } from "./request.ts";
import { binSchema } from "./schemas/bin.ts";
import type { Bin } from "./types.ts";

/** `/bins`. Throws CardApiError. */
export function binsOf(send: Send) {
  return {
    list: async (): Promise<Bin[]> => readList(binSchema, await send({ method: "GET", route: "/bins" }), "bins"),
  };
}
