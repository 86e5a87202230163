import { h, icon } from "./dom.js";

const TYPING_LASTS = 5000;

/**
 * The bar above the chat: who the bot is and what it does right now.
 * @param {{texts: import("./texts.js").Texts, showWorld: () => void}} deps
 */
export function createHeader({ texts, showWorld }) {
  const avatar = h("div", { class: "avatar", "aria-hidden": "true" }, "…");
  const name = h("h1", { class: "name" }, "…");
  const status = h("div", { class: "status" }, texts.connecting);
  const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  let up = false;
  let timer = 0;

  function showStatus(typing = false) {
    clearTimeout(timer);
    status.classList.toggle("typing", typing);
    status.replaceChildren(typing ? texts.typing : up ? texts.bot : texts.connecting, ...(typing ? [dots] : []));
    if (typing) timer = setTimeout(showStatus, TYPING_LASTS);
  }

  return {
    node: h(
      "header",
      { class: "head" },
      avatar,
      h("div", { class: "who" }, name, status),
      h("button", { class: "to-world", type: "button", on: { click: showWorld } }, icon("globe"), texts.world),
    ),
    /** @param {string} title */
    setName(title) {
      name.textContent = title;
      avatar.textContent = [...title][0] ?? "";
    },
    /** @param {boolean} connected */
    setLink(connected) {
      up = connected;
      showStatus();
    },
    /** @param {boolean} on */
    setTyping: (on) => showStatus(on),
  };
}
