import { setTimeout as wait } from "node:timers/promises";
import { createRedisMock } from "js-redis-server";

const PATIENCE_MS = 500;

/**
 * A Redis in JavaScript, inside this process: slower, memory only, and not the real thing, but it is always there.
 * Good enough for the demo; what is to survive a crash needs a real server.
 */
export async function startJavaScript(databases?: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createRedisMock(databases ? { databaseCount: databases } : {});
  // It would wait for its last client to go; whoever closes it is done with it.
  const close = (): Promise<void> => Promise.race([server.close(), wait(PATIENCE_MS, undefined, { ref: false })]);
  return { url: server.url, close };
}
