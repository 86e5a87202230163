// A process that takes a job, says so, and never ends it: the test kills it.
import { createSecret } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeyring } from "../../src/vault/index.ts";

const [url = "", key = ""] = process.argv.slice(2);
const keyring = createKeyring([{ id: "k", key: createSecret(key) }]);
const queues = createQueues({
  redis: connectRedis(url),
  keyring,
  log: createLog({ level: "silent" }),
  recoverMs: 1_000,
});
queues.work("operations", () => {
  process.send?.("running");
  return new Promise(() => {});
});
