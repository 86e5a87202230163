import type { Parameters } from "../parameters.ts";
import type { Polling } from "../polling.ts";
import type { Webhook } from "../webhook.ts";
import type { World } from "../world.ts";

export type Parts = { world: World; polling: Polling; webhook: Webhook };

/** `description` is what the answer's field of that name says besides the result. */
export type Outcome = { result: unknown; description?: string };

/** One Bot API method: parameters in, result out, `ApiFailure` thrown. `cut` fires when the caller hangs up. */
export type Method = (parameters: Parameters, parts: Parts, cut: AbortSignal) => Outcome | Promise<Outcome>;
