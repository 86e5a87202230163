import { now, setNow } from "./clock.js";
import { h } from "./dom.js";
import { post } from "./emulator.js";

// What the demo's own endpoints accept; USDT and XMR exist on more than one network, the address tells which.
const COINS = ["btc", "eth", "usdt", "sol", "xmr"];

/**
 * The things that happen outside of Telegram. Shown only where the demo answers `/_demo/info`.
 * @param {{texts: import("./texts.js").Texts, language: string, address: () => {address: string, coin: string} | undefined}} deps
 */
export function createWorld({ texts, language, address }) {
  const news = h("ol", { class: "news", role: "log", "aria-live": "polite" });
  const node = h("div", { class: "world", hidden: true });

  /** @param {string} text */
  function tell(text) {
    const time = new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(now());
    news.prepend(h("li", {}, h("time", {}, time), ` ${text}`));
    while (news.children.length > 3) news.lastElementChild?.remove();
  }

  /** Runs one thing of the outside world with its button held down. @param {HTMLButtonElement} button @param {() => Promise<void>} act */
  async function run(button, act) {
    button.disabled = true;
    try {
      await act();
    } catch (error) {
      tell(`${texts.failed}: ${error instanceof Error ? error.message : error}`);
    }
    button.disabled = false;
  }

  /** @param {string} label @param {string} path @param {string} outcome @param {string} [look] */
  function actionButton(label, path, outcome, look = "") {
    const act = async () => {
      const answer = await post(path, {});
      if (answer.now) setNow(answer.now);
      tell(outcome);
    };
    const button = h(
      "button",
      { class: `action ${look}`, type: "button", on: { click: () => run(button, act) } },
      label,
    );
    return button;
  }

  const where = h("input", {
    id: "address",
    name: "address",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: texts.noAddress,
    required: true,
  });
  const coin = h(
    "select",
    { id: "coin" },
    COINS.map((name) => h("option", { value: name }, name.toUpperCase())),
  );
  const worth = h("input", {
    id: "worth",
    type: "number",
    min: 1,
    max: 50_000,
    step: "0.01",
    value: 500,
    required: true,
  });
  const sendCoins = h("button", { class: "action primary", type: "submit" }, texts.sendCoins);
  /** The person may have typed an address: it is not overwritten then. */
  let suggested = "";

  function suggest() {
    const found = address();
    if (!found || (where.value !== "" && where.value !== suggested) || found.address === suggested) return;
    suggested = found.address;
    where.value = found.address;
    coin.value = found.coin;
  }

  /** @param {Event} event */
  function deposit(event) {
    event.preventDefault();
    run(sendCoins, async () => {
      const order = { address: where.value.trim(), currency: coin.value, usd: Number(worth.value) };
      const { amount, belowMinimum } = await post("/_demo/deposit", order);
      tell(`${texts.sent}: ${amount}. ${belowMinimum ? texts.belowMinimum : texts.onItsWay}`);
    });
  }

  /** @param {string} shopUrl */
  function draw(shopUrl) {
    node.hidden = false;
    node.replaceChildren(
      h(
        "form",
        { class: "card", on: { submit: deposit } },
        h("h2", {}, texts.deposit),
        h("p", {}, texts.depositHint),
        h("label", { for: "address" }, texts.address),
        where,
        h(
          "div",
          { class: "pair" },
          h("div", {}, h("label", { for: "coin" }, texts.coin), coin),
          h("div", {}, h("label", { for: "worth" }, texts.worth), worth),
        ),
        sendCoins,
      ),
      h(
        "section",
        { class: "card" },
        h("h2", {}, texts.shop),
        h("p", {}, texts.shopHint),
        h(
          "a",
          { class: "action", href: `${shopUrl}/?lang=${language}`, target: "_blank", rel: "noopener" },
          texts.openShop,
        ),
      ),
      h("section", { class: "card" }, h("h2", {}, texts.time), actionButton(texts.pass, "/_demo/pass", texts.passed)),
      h(
        "section",
        { class: "card" },
        h("h2", {}, texts.trouble),
        h("p", {}, texts.troubleHint),
        h(
          "div",
          { class: "buttons" },
          actionButton(texts.silence, "/_demo/silence", texts.silenced),
          actionButton(texts.crash, "/_demo/crash", texts.crashed, "danger"),
        ),
      ),
      news,
    );
    suggest();
  }

  fetch("/_demo/info")
    .then((response) => (response.ok ? response.json() : undefined))
    .then((info) => info && draw(info.shop))
    .catch(() => undefined);

  return { node, suggest };
}
