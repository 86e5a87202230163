import { createRedisMock } from "js-redis-server";

/**
 * A Redis in JavaScript, inside this process: slower, memory only, and not the real thing, but it is always there.
 * Good enough for the demo; what is to survive a crash needs a real server.
 */
export async function startJavaScript(databases?: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createRedisMock(databases ? { databaseCount: databases } : {});
  return { url: server.url, close: () => server.close() };
}
