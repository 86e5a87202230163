/**
 * What goes wrong with a request. `drop-before` cuts the connection before anything is applied, `drop-after` when
 * everything is; `status` answers without applying, `status-after` applies and answers with the status all the same;
 * `garbage` applies and answers with a page of HTML; `hollow` answers 200 with an empty object without applying.
 */
export type Fault = {
  /** `*` (the default): any. */
  method?: string;
  /** Path below the API's base; a star stands for any run of characters. A single star (any path) unless given. */
  path?: string;
  /** How many requests; 1 unless given. */
  times?: number;
  kind: "delay" | "status" | "status-after" | "drop-before" | "drop-after" | "garbage" | "hollow";
  /** For `delay`: real milliseconds before the request is looked at. */
  ms?: number;
  /** For `status` and `status-after`; 503 unless given. */
  status?: number;
  /** Seconds in `Retry-After`. */
  retryAfter?: number;
};

const kinds = ["delay", "status", "status-after", "drop-before", "drop-after", "garbage", "hollow"];

export function createFaults() {
  let active: { fault: Fault; pattern: RegExp; left: number }[] = [];
  return {
    /** @throws RangeError for an unknown kind */
    add(fault: Fault) {
      if (!kinds.includes(fault.kind)) throw new RangeError(`unknown fault: ${fault.kind}`);
      active.push({ fault, pattern: patternOf(fault.path ?? "*"), left: fault.times ?? 1 });
    },
    clear() {
      active = [];
    },
    list: (): Fault[] => active.map(({ fault, left }) => ({ ...fault, times: left })),
    /** Uses up one of each kind of fault that matches this request: a delay may come before another fault. */
    take(method: string, path: string): Fault[] {
      const matching = active.filter(
        ({ fault, pattern }) => ["*", method].includes(fault.method ?? "*") && pattern.test(path),
      );
      const delay = matching.find(({ fault }) => fault.kind === "delay");
      const other = matching.find(({ fault }) => fault.kind !== "delay");
      const taken = [delay, other].filter((entry) => entry !== undefined);
      for (const entry of taken) entry.left--;
      active = active.filter(({ left }) => left > 0);
      return taken.map(({ fault }) => fault);
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;

function patternOf(path: string): RegExp {
  const escaped = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`);
}
