type Task = { at: number; order: number; run: () => void | Promise<void> };

/**
 * The sandbox's time: the given clock plus everything it was advanced by, and what is due when.
 * Tasks also run as real time passes; `advance` runs them in order, each at its own moment, and waits for each.
 * @param base epoch ms
 */
export function createTimeline(base: () => number = Date.now) {
  const tasks: Task[] = [];
  let offset = 0;
  let pinned: number | undefined;
  let order = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let advancing: Promise<void> = Promise.resolve();

  const now = () => pinned ?? base() + offset;

  function arm() {
    clearTimeout(timer);
    const next = tasks[0];
    if (!next || closed) return;
    timer = setTimeout(runDue, Math.min(Math.max(next.at - now(), 1), 60_000));
    timer.unref();
  }

  /** Runs `run` at a moment (epoch ms); returns a function that takes it back. */
  function at(moment: number, run: Task["run"]): () => void {
    const task = { at: moment, order: order++, run };
    tasks.push(task);
    tasks.sort((a, b) => a.at - b.at || a.order - b.order);
    arm();
    return () => {
      const index = tasks.indexOf(task);
      if (index >= 0) tasks.splice(index, 1);
    };
  }

  function takeDue(until: number): Task | undefined {
    const next = tasks[0];
    return next && next.at <= until ? tasks.shift() : undefined;
  }

  /** Runs what is due by now without waiting for sends that it starts. */
  function runDue() {
    for (let task = takeDue(now()); task && !closed; task = takeDue(now())) void task.run();
    arm();
  }

  async function move(ms: number, settled: () => Promise<void>) {
    await settled();
    const target = now() + ms;
    for (let task = takeDue(target); task && !closed; task = takeDue(target)) {
      pinned = Math.max(task.at, now());
      await task.run();
      await settled();
    }
    pinned = undefined;
    offset = target - base();
    arm();
  }

  return {
    now,
    at,
    runDue,
    /** Moves time forward; `settled` is awaited between tasks. */
    advance(ms: number, settled: () => Promise<void>): Promise<void> {
      if (!(ms >= 0)) return Promise.reject(new RangeError("time moves forward only"));
      advancing = advancing.then(() => move(ms, settled));
      return advancing;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      tasks.length = 0;
    },
  };
}

export type Timeline = ReturnType<typeof createTimeline>;
