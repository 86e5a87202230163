import type { FieldName } from "./card-form.ts";
import { type Html, html } from "./html.ts";
import type { Order } from "./orders.ts";
import { type Product, products } from "./products.ts";
import { type Language, reasonText, texts } from "./texts.ts";

const dollars = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: "currency", currency: "USD" }).format(amount);

/** The frame of every page. `path` is where the language links lead. */
export function layout(language: Language, title: string, body: Html, path: string): Html {
  const link = (code: Language, name: string) =>
    html`<a href="${path}?lang=${code}" lang="${code}" hreflang="${code}"${code === language && html` aria-current="true"`}>${name}</a>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><a class="logo" href="/?lang=${language}">🛍️ ${texts[language].shop}</a><nav aria-label="Language">${link("en", "English")} ${link("ru", "Русский")}</nav></header>
<main>${body}</main>
</body>
</html>`;
}

export function shelf(language: Language, last: Order | undefined): Html {
  const t = texts[language];
  return html`<h1>${t.shop}</h1>
<p class="quiet">${t.intro}</p>
${last && html`<section class="box" aria-label="${t.lastPurchase}"><h2>${t.lastPurchase}</h2>${receipt(language, last)}</section>`}
<ul class="shelf">${products.map(
    (product) => html`<li class="box">
<span class="emoji" aria-hidden="true">${product.emoji}</span>
<span class="grow"><b>${product.name[language]}</b><small>${product.merchant.name}</small></span>
<span class="price">${dollars(Number(product.price), language)}</span>
<a class="button" href="/buy/${product.id}?lang=${language}" aria-label="${t.buy}: ${product.name[language]}">${t.buy}</a>
</li>`,
  )}</ul>`;
}

/** The checkout form; what was typed comes back when something in it cannot be right, except the CVV. */
export function checkout(language: Language, product: Product, typed: URLSearchParams, wrong: FieldName[]): Html {
  const t = texts[language];
  const complaints = { number: t.wrongNumber, expiry: t.wrongExpiry, cvv: t.wrongCvv, amount: t.wrongAmount };
  const field = (name: FieldName, label: string, value: string, more: Html) => {
    const bad = wrong.includes(name);
    const told = bad && html`<span class="wrong" id="${name}-wrong">${complaints[name]}</span>`;
    const said =
      bad && html` aria-invalid="true" aria-describedby="${name}-wrong"${wrong[0] === name && html` autofocus`}`;
    return html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}" required ${more}${said}>${told}</div>`;
  };
  return html`<h1>${t.checkout}</h1>
<form class="box" method="post" action="/buy/${product.id}?lang=${language}" novalidate>
<p><span aria-hidden="true">${product.emoji}</span> <b>${product.name[language]}</b> <small>${product.merchant.name}</small></p>
${field("amount", t.amount, typed.get("amount") ?? product.price, html`inputmode="decimal" autocomplete="off"`)}
${field("number", t.number, typed.get("number") ?? "", html`inputmode="numeric" autocomplete="off" maxlength="24" placeholder="0000 0000 0000 0000"`)}
<div class="pair">
${field("expiry", t.expiry, typed.get("expiry") ?? "", html`inputmode="numeric" autocomplete="off" maxlength="7" placeholder="04/29"`)}
${field("cvv", t.cvv, "", html`inputmode="numeric" autocomplete="off" maxlength="4" placeholder="000"`)}
</div>
<button type="submit">${t.pay}</button>
</form>
<p><a href="/?lang=${language}">${t.back}</a></p>`;
}

/** Where a purchase stands: waiting for the code, paid, declined or refunded. */
export function orderPage(language: Language, order: Order): Html {
  const t = texts[language];
  const { answer, product } = order;
  if (answer.status === "challenge") return codePage(language, order);
  const state = order.refunded ? t.refunded : answer.status === "approved" ? t.approved : t.declined;
  return html`<div role="status"><h1 class="${answer.status}">${answer.status === "approved" ? "✅" : "⛔"} ${state}</h1></div>
<section class="box">${receipt(language, order)}</section>
<p>${answer.status === "declined" && html`<a class="button" href="/buy/${product.id}?lang=${language}">${t.again}</a> `}<a href="/?lang=${language}">${t.back}</a></p>`;
}

function codePage(language: Language, order: Order): Html {
  const t = texts[language];
  const left = order.answer.status === "challenge" ? order.answer.attemptsLeft : undefined;
  const wrong =
    left !== undefined && html`<span class="wrong" id="code-wrong" role="alert">${t.wrongCode} ${left}</span>`;
  return html`<h1>${t.codeTitle}</h1>
<form class="box" method="post" action="/orders/${order.id}/code?lang=${language}">
<p><b>${order.product.merchant.name}</b> · ${dollars(order.amount, language)}</p>
<p class="quiet">${t.codeIntro}</p>
<div><label for="code">${t.code}</label><input id="code" name="code" class="code" required autofocus inputmode="numeric" autocomplete="one-time-code" maxlength="10"${left !== undefined && html` aria-invalid="true" aria-describedby="code-wrong"`}>${wrong}</div>
<button type="submit">${t.confirm}</button>
</form>`;
}

function receipt(language: Language, order: Order): Html {
  const t = texts[language];
  const { answer, product } = order;
  const refundable = answer.status === "approved" && !order.refunded;
  return html`<p class="row"><span class="grow"><b>${product.merchant.name}</b><small>${product.name[language]}</small></span><span class="price">${dollars(order.amount, language)}</span></p>
${answer.status === "declined" && html`<p class="reason">${reasonText(answer.reason, language)}</p>`}
${order.refunded && html`<p class="quiet">${t.refunded}</p>`}
${refundable && html`<form method="post" action="/orders/${order.id}/refund?lang=${language}"><button class="second" type="submit">${t.refund}</button></form>`}`;
}
