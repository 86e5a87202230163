// A process that begins a job at once, says so, and never ends it: the test kills it.
import { createSecret } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeyring } from "../../src/vault/index.ts";

const [url = "", key = ""] = process.argv.slice(2);
const keyring = createKeyring([{ id: "k", key: createSecret(key) }]);
const queues = createQueues({ redis: connectRedis(url), keyring, log: createLog({ level: "silent" }) });
queues.work("codes", () => {
  process.send?.("running");
  return new Promise(() => {});
});
await queues.add("codes", "event", { code: 1 }, { atOnce: true });
