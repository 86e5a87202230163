import type { Handler } from "./worker.ts";

/** What is done with the jobs of a lane, by their names. */
export type Jobs = Record<string, Handler>;

export function byName(jobs: Jobs): Handler {
  return async (payload, job) => {
    const work = jobs[job.name];
    return work ? work(payload, job) : { kind: "dead", reason: "no such job" };
  };
}
