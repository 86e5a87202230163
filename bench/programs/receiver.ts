// The receiver alone: the program's own server, receiver, store and queue, and nobody who works on what it writes.
import { createHttpServer } from "../../src/http/server.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createReceiver } from "../../src/notifications/receive/receiver.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createStore } from "../../src/store/store.ts";
import { createKeyring } from "../../src/vault/index.ts";

const { REDIS = "", KEYS = "" } = process.env;
const [id = "", key = ""] = KEYS.split(":");
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const redis = connectRedis(REDIS);
const keyring = createKeyring([{ id, key: createSecret(key) }]);
const { hooks } = createStore({ redis, keyring, clock: systemClock });
const queues = createQueues({ redis, keyring, log: silent });
const nothing = async () => ({ status: 404, body: "{}" });
const server = createHttpServer({
  config: { host: "127.0.0.1", port: 0 },
  receiver: createReceiver({ hooks, queues, clock: systemClock, log: silent }),
  reveal: { page: nothing, show: nothing },
  readiness: async () => ({ ok: true }),
  metrics: { text: async () => "" },
  log: silent,
});
console.log((await server.listen()).port);
process.once("SIGTERM", () => process.exit(0));
