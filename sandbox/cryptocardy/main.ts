import { createCryptoCardySandbox } from "./server.ts";

// A fixed, well-known sample: it opens nothing but this process's memory.
const sample = "c4f4-6e88-036c-761c";

const { env } = process;
const sandbox = await createCryptoCardySandbox({
  port: Number(env.PORT || 8090),
  ...(env.HOST && { host: env.HOST }),
  seed: sample,
}).catch((error: Error) => {
  console.error(`The sandbox cannot start: ${error.message}`);
  process.exit(1);
});
sandbox.control.deposit({ seed: sample, currency: "usdt", usd: 1000, confirm: true });

console.log(`CryptoCardy sandbox: ${sandbox.url}

Sample seed (with money in its wallet): ${sample}

  curl -H 'X-Seed: ${sample}' ${sandbox.url}/wallet/balance
  curl '${sandbox.url}?card=visa&asset=BTC'
  curl -H 'X-Seed: ${sample}' -d '{"bin_id":"491653","amount":100,"label":"Ads"}' ${sandbox.url}/cards
  curl -d '{"seed":"${sample}","currency":"btc","usd":50}' ${sandbox.origin}/_control/deposit
  curl -d '{"pan":"<number from /cards/{id}/details>","amount":9.99,"merchant":"SPOTIFY","mcc":"5815"}' ${sandbox.origin}/_control/purchase
  curl -d '{"ms":60000}' ${sandbox.origin}/_control/advance

Stop with Ctrl+C.`);

let closing = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void sandbox.close();
  });
}
