export { LANES, type Lane, type QueueLog } from "./lanes.ts";
export type { Payload } from "./payload.ts";
export { type AddOptions, createQueues, type Depth, type Queues } from "./queues.ts";
export type { Handler, JobFacts, Verdict, WorkOptions } from "./worker.ts";
