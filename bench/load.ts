import { setTimeout as wait } from "node:timers/promises";
import { Pool } from "undici";

export type Posted = { path: string; body: string; headers: Record<string, string> };

/** Posts on kept connections; a refusal is an error, because it would make the figures too good. */
export function createLoad(url: string, connections: number) {
  const pool = new Pool(url, { connections, pipelining: 1 });

  async function post({ path, body, headers }: Posted): Promise<void> {
    const answer = await pool.request({ path, method: "POST", body, headers });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`${path.split("/")[2]} answered ${answer.statusCode}`);
  }

  return {
    post,

    /** Posts everything with one request per connection under way, and answers requests per second. */
    async flood(requests: readonly Posted[]): Promise<number> {
      const next = requests.values();
      const started = performance.now();
      await Promise.all(
        Array.from({ length: connections }, async () => {
          for (const request of next) await post(request);
        }),
      );
      return requests.length / ((performance.now() - started) / 1000);
    },

    /** Calls `go` so many times a second, whether or not what it began has ended. */
    async pace(perSecond: number, count: number, go: (index: number) => Promise<void>): Promise<void> {
      const started = performance.now();
      const running: Promise<void>[] = [];
      for (let index = 0; index < count; index++) {
        const early = started + (index * 1000) / perSecond - performance.now();
        if (early > 0) await wait(early);
        running.push(go(index));
      }
      await Promise.all(running);
    },

    close: (): Promise<void> => pool.close(),
  };
}
