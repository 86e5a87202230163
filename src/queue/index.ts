export { LANES, type Lane } from "./lanes.ts";
export type { Payload } from "./payload.ts";
export { type AddOptions, createQueues, type Depth, type QueueLog, type Queues } from "./queues.ts";
export type { Handler, JobFacts, Verdict, WorkOptions } from "./worker.ts";
