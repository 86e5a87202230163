import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createBank } from "./bank.ts";
import { readCard } from "./card-form.ts";
import { type Html, html } from "./html.ts";
import { createOrders } from "./orders.ts";
import { checkout, layout, orderPage, shelf } from "./pages.ts";
import { products } from "./products.ts";
import { type Language, pickLanguage, texts } from "./texts.ts";

export type ShopOptions = {
  /** Control side of the CryptoCardy sandbox, ending in `/_control`. */
  controlUrl: string;
  host?: string;
  port?: number;
};

type Visit = { path: string[]; language: Language; fields: URLSearchParams };
type Reply = { status: number; title: string; body: Html } | { goTo: string };

const MOST_BYTES = 16_384;
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** A shop on this machine that takes sandbox cards, asks for the 3DS code and can give the money back. */
export async function createShop({ controlUrl, host = "127.0.0.1", port = 0 }: ShopOptions) {
  const bank = createBank(controlUrl);
  const orders = createOrders();
  const style = readFileSync(join(import.meta.dirname, "style.css"));

  function view({ path, language }: Visit): Reply {
    const t = texts[language];
    if (path.length === 0) return { status: 200, title: t.shop, body: shelf(language, orders.lastPaid()) };
    const product = path[0] === "buy" && products.find(({ id }) => id === path[1]);
    if (product)
      return { status: 200, title: t.checkout, body: checkout(language, product, new URLSearchParams(), []) };
    const order = path[0] === "orders" && orders.get(path[1] ?? "");
    if (order) return { status: 200, title: t.checkout, body: orderPage(language, order) };
    return { status: 404, title: t.noSuchPage, body: html`<h1>${t.noSuchPage}</h1>` };
  }

  async function act(visit: Visit): Promise<Reply> {
    const { path, language, fields } = visit;
    const product = path[0] === "buy" && products.find(({ id }) => id === path[1]);
    if (product) {
      const form = readCard(fields);
      if (!form.ok) {
        const body = checkout(language, product, fields, form.wrong);
        return { status: 422, title: texts[language].checkout, body };
      }
      const order = orders.add(product, form.card.amount, await bank.charge(form.card, product));
      return { goTo: `/orders/${order.id}?lang=${language}` };
    }
    const order = path[0] === "orders" && orders.get(path[1] ?? "");
    if (!order) return view(visit);
    if (path[2] === "code" && order.answer.status === "challenge") {
      order.answer = await bank.confirm(order.answer.challengeId, fields.get("code") ?? "");
    }
    if (path[2] === "refund" && order.answer.status === "approved" && !order.refunded) {
      await bank.refund(order.answer.transactionId);
      order.refunded = true;
    }
    return { goTo: `/orders/${order.id}?lang=${language}` };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://shop");
    const language = pickLanguage(url.searchParams.get("lang"), request.headers["accept-language"]);
    if (url.pathname === "/style.css") {
      response.writeHead(200, { ...HEADERS, "Content-Type": "text/css; charset=utf-8" }).end(style);
      return;
    }
    const path = url.pathname.split("/").filter(Boolean);
    const posted = request.method === "POST";
    if (posted && !isOwn(request)) {
      response.writeHead(403, HEADERS).end();
      return;
    }
    const visit = { path, language, fields: posted ? await readForm(request) : new URLSearchParams() };
    const reply = await (posted ? act(visit) : view(visit));
    if ("goTo" in reply) {
      response.writeHead(303, { ...HEADERS, Location: reply.goTo }).end();
      return;
    }
    send(response, language, reply.status, reply.title, reply.body, url.pathname);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      // What went wrong may hold the form, and the form a card number: it goes nowhere.
      const language = pickLanguage(null, request.headers["accept-language"]);
      const t = texts[language];
      const body = html`<h1>⛔ ${t.declined}</h1><p>${t.noBank}</p><p><a href="/?lang=${language}">${t.back}</a></p>`;
      if (!response.headersSent) send(response, language, 502, t.declined, body, "/");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Shop = Awaited<ReturnType<typeof createShop>>;

function send(response: ServerResponse, language: Language, status: number, title: string, body: Html, path: string) {
  response.writeHead(status, { ...HEADERS, "Content-Type": "text/html; charset=utf-8" });
  response.end(layout(language, title, body, path).markup);
}

/** A form of another site must not spend a card here. */
function isOwn(request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  return origin === undefined || origin === `http://${request.headers.host}`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const piece of request) {
    text += piece;
    if (text.length > MOST_BYTES) throw new RangeError("form too large");
  }
  return new URLSearchParams(text);
}
