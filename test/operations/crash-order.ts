import type { Timings } from "../../src/operations/machine.ts";

export type CrashOrder = {
  redisUrl: string;
  apiUrl: string;
  key: { id: string; secret: string };
  dies: "before the call" | "after the call" | "before telling";
  timings: Partial<Timings>;
  recoverMs: number;
};
