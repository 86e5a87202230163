import type { IncomingMessage, ServerResponse } from "node:http";
import { findAsset } from "../cryptocardy/catalogue.ts";
import type { CryptoCardySandbox } from "../cryptocardy/server.ts";

export type WorldDeps = {
  provider: CryptoCardySandbox;
  shopUrl: string;
  /** Moves everybody's time ahead; answers with the new time. */
  pass: (ms: number) => Promise<{ now: number }>;
  /** kill -9 for the bot. */
  crash: () => void;
};

type Body = Record<string, unknown>;

const CONFIRMED_AFTER_MS = 4_000;
const PASS_MS = 5 * 60_000;
const SILENCE_MS = 20_000;
const MOST_BYTES = 4_096;

/** `/_demo/*`: what the page's "World" can do. Answers false to every other path. */
export function createWorldRoutes({ provider, shopUrl, pass, crash }: WorldDeps) {
  const { control } = provider;

  function deposit(body: Body) {
    const address = String(body.address ?? "");
    const asset = findAsset(assetFor(address, String(body.currency ?? "")));
    if (!asset) throw new RangeError("unknown coin");
    const sent = control.deposit({ address, currency: asset.name, usd: Number(body.usd) });
    const belowMinimum = Number(sent.amount_crypto) < Number(asset.minDeposit);
    if (!belowMinimum) setTimeout(() => confirm(String(sent.id)), CONFIRMED_AFTER_MS);
    return { amount: `${sent.amount_crypto} ${asset.currency.toUpperCase()}`, belowMinimum };
  }

  /** The wait of a real chain, made short; time that was let pass may have confirmed it already. */
  function confirm(id: string): void {
    try {
      control.confirmDeposit(id);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  function silence() {
    control.faults.add({ kind: "drop-before", times: Number.MAX_SAFE_INTEGER });
    setTimeout(control.faults.clear, SILENCE_MS);
  }

  const acts: Record<string, (body: Body) => unknown> = {
    "GET info": () => ({ shop: shopUrl }),
    "POST deposit": deposit,
    "POST pass": () => pass(PASS_MS),
    "POST silence": silence,
    "POST crash": crash,
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = new URL(request.url ?? "/", "http://demo").pathname;
    if (!path.startsWith("/_demo/")) return false;
    const act = acts[`${request.method} ${path.slice("/_demo/".length)}`];
    try {
      if (!act) return reply(response, 404, { error: "no such thing in this world" });
      if (!isLocal(request)) return reply(response, 403, { error: "from this machine only" });
      return reply(response, 200, (await act(await read(request))) ?? { ok: true });
    } catch (error) {
      return reply(response, 400, { error: error instanceof Error ? error.message : "failed" });
    }
  };
}

/** USDT lives on two chains; the shape of the address tells which. */
function assetFor(address: string, currency: string): string {
  if (currency.toLowerCase() !== "usdt") return currency;
  return address.startsWith("0x") ? "USDT-ERC20" : "USDT-SOL";
}

/** From this machine, and not at the bidding of another site's page. */
function isLocal({ headers, socket }: IncomingMessage): boolean {
  const address = (socket.remoteAddress ?? "").replace("::ffff:", "");
  const own = headers.origin === undefined || headers.origin === `http://${headers.host}`;
  return (
    own && (address === "127.0.0.1" || address === "::1") && /^(127\.0\.0\.1|localhost)(:|$)/.test(headers.host ?? "")
  );
}

async function read(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const piece of request) {
    text += piece;
    if (text.length > MOST_BYTES) throw new RangeError("too much");
  }
  if (text === "") return {};
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null ? (value as Body) : {};
}

function reply(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
  return true;
}
