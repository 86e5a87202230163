type Timer = { ms: number; at: number; run: () => void; handle?: NodeJS.Timeout };

/** A clock that runs with real time and can be moved ahead; what is scheduled on it fires in order when it is moved. */
export const createVirtualClock = () => {
  let ahead = 0;
  const timers = new Set<Timer>();
  const now = () => Date.now() + ahead;

  const fire = (timer: Timer) => {
    clearTimeout(timer.handle);
    if (timers.delete(timer)) timer.run();
  };

  const arm = (timer: Timer) => {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        if (timer.at <= now()) fire(timer);
        else arm(timer);
      },
      Math.max(0, Math.min(timer.at - now(), 2 ** 31 - 1)),
    );
    timer.handle.unref();
  };

  /** Runs `run` once `ms` of virtual time have passed; the returned function calls it off. */
  const after = (ms: number, run: () => void): (() => void) => {
    const timer: Timer = { ms, at: now() + ms, run };
    timers.add(timer);
    arm(timer);
    return () => {
      clearTimeout(timer.handle);
      timers.delete(timer);
    };
  };

  /** Moves time ahead by `ms`, firing what falls due on the way, each at its own moment. */
  const advance = async (ms: number): Promise<void> => {
    const target = now() + ms;
    for (;;) {
      const due = [...timers].filter((timer) => timer.at <= target).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      ahead += Math.max(0, due.at - now());
      fire(due);
      await new Promise((resolve) => setImmediate(resolve));
    }
    ahead += Math.max(0, target - now());
    for (const timer of timers) arm(timer);
  };

  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    after,
    /** Waits `ms` of virtual time. */
    sleep: (ms: number) => new Promise<void>((resolve) => void after(ms, resolve)),
    advance,
    /** What is scheduled, as milliseconds asked for, so that a test knows when to move the clock. */
    pending: (): number[] => [...timers].map((timer) => timer.ms),
    stop: () => {
      for (const timer of timers) clearTimeout(timer.handle);
      timers.clear();
    },
  };
};

export type VirtualClock = ReturnType<typeof createVirtualClock>;
