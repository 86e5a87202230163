export { identifyEvent, parseEvent } from "./event.ts";
export type { CardEvent, EventIdentity, EventProblem, EventType } from "./event-types.ts";
export { EVENT_TYPES } from "./event-types.ts";
export { SIGNATURE_HEADERS, verifySignature } from "./signature.ts";
