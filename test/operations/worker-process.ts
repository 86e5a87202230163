// A process of its own that works on operations and dies, without a word, at a chosen point. Started by crash.test.ts.
import { createAccounts } from "../../src/accounts/accounts.ts";
import type { Call } from "../../src/cryptocardy/request.ts";
import { createTransport } from "../../src/cryptocardy/transport.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { systemRandom } from "../../src/lib/random.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createOperations } from "../../src/operations/operations.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createStore } from "../../src/store/store.ts";
import { createKeyring } from "../../src/vault/index.ts";
import type { CrashOrder } from "./crash-order.ts";

const order: CrashOrder = JSON.parse(process.argv[2] ?? "");
const die = (): void => process.kill(process.pid, "SIGKILL") as unknown as undefined;

const redis = connectRedis(order.redisUrl);
const keyring = createKeyring([{ id: order.key.id, key: createSecret(order.key.secret) }]);
const store = createStore({ redis, keyring, clock: systemClock });
const log = { info() {}, warn() {}, error() {}, debug() {} };
const transport = createTransport({ apiUrl: order.apiUrl, clock: systemClock, random: systemRandom });

async function send(call: Call): Promise<unknown> {
  const moves = call.method !== "GET";
  if (moves && order.dies === "before the call") die();
  const answer = await transport.send(call);
  if (moves && order.dies === "after the call") die();
  return answer;
}

const accounts = createAccounts({
  store,
  keyring,
  connect: { transport: { ...transport, send } },
  clock: systemClock,
  random: systemRandom,
  log,
});
const queues = createQueues({ redis, keyring, log, recoverMs: order.recoverMs });
const operations = createOperations({
  store,
  accounts,
  queues,
  clock: systemClock,
  random: systemRandom,
  log,
  timings: order.timings,
});
operations.onSettled(async () => {
  if (order.dies === "before telling") die();
});
await operations.start();
