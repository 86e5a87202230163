import { drawMessage } from "./bubble.js";
import { dayTitle } from "./datetime.js";
import { h, icon } from "./dom.js";
import { toMilliseconds } from "./emulator.js";
import { keepAtBottom } from "./scroll.js";

/** @typedef {import("./emulator.js").Message} Message */

/**
 * The list of messages. Screen readers hear additions (a log) and, through `announce`, edits.
 * @param {Omit<import("./bubble.js").BubbleHands, "goTo" | "find">} hands
 */
export function createChatView(hands) {
  const { texts, language } = hands;
  /** @type {Map<number, Message>} */
  const messages = new Map();
  let unread = 0;
  const list = h("ol", { class: "messages", role: "log", "aria-live": "polite", "aria-label": texts.messages });
  const scroller = h("div", { class: "scroller", tabindex: -1 }, list);
  const badge = h("span", { class: "badge" });
  const down = h(
    "button",
    { class: "down", type: "button", "aria-label": texts.down, hidden: true, on: { click: () => bottom.go(true) } },
    icon("down"),
    badge,
  );
  const announcer = h("div", { class: "aside", "aria-live": "polite" });

  /** @type {import("./bubble.js").BubbleHands} */
  const own = { ...hands, find: (id) => messages.get(id), goTo };
  const rowOf = (/** @type {number} */ id) => list.querySelector(`#m${id}`);
  const bottom = keepAtBottom(scroller, list, showDown);

  /** @param {boolean} pinned */
  function showDown(pinned) {
    if (pinned) unread = 0;
    down.hidden = pinned;
    badge.textContent = unread > 0 ? String(unread) : "";
  }

  /** @param {number} id */
  function goTo(id) {
    const row = rowOf(id);
    row?.scrollIntoView({ block: "center", behavior: "smooth" });
    row?.animate([{ background: "rgb(51 144 236 / 0.3)" }, {}], 1200);
  }

  /** @param {Message} message */
  function append(message) {
    const previous = [...messages.values()].at(-1);
    const title = dayTitle(toMilliseconds(message.date), language, texts.today);
    if (!previous || dayTitle(toMilliseconds(previous.date), language, texts.today) !== title) {
      list.append(h("li", { class: "day" }, h("span", {}, title)));
    }
    messages.set(message.id, message);
    const row = drawMessage(message, own);
    list.append(row);
    return row;
  }

  return {
    node: h("div", { class: "chat-body" }, scroller, down, announcer),
    size: () => messages.size,
    newestFirst: () => [...messages.values()].reverse(),

    /** @param {Message[]} all */
    reset(all) {
      messages.clear();
      list.setAttribute("aria-live", "off");
      list.replaceChildren();
      for (const message of all) append(message);
      list.setAttribute("aria-live", "polite");
      bottom.go(false);
    },

    /** @param {Message} message */
    add(message) {
      if (messages.has(message.id)) return this.edit(message);
      const follow = message.from === "person" || bottom.isPinned();
      if (!follow) unread += 1;
      append(message).classList.add("arriving");
      if (follow) bottom.go(true);
      else showDown(false);
    },

    /** @param {Message} message */
    edit(message) {
      const row = rowOf(message.id);
      if (!row) return;
      const place = row.contains(document.activeElement) && document.activeElement?.getAttribute("data-place");
      messages.set(message.id, message);
      const fresh = drawMessage(message, own);
      fresh.classList.add("changed");
      row.replaceWith(fresh);
      // Without this a keyboard user would be thrown to the top of the page by every press.
      if (place) focusOn(fresh.querySelector(`[data-place="${place}"]`) ?? fresh.querySelector("button, a"));
      if (bottom.isPinned()) bottom.go(true);
      announcer.textContent = `${texts.editedNow}: ${message.caption || message.text || ""}`;
    },

    /** @param {number} id */
    remove(id) {
      messages.delete(id);
      const row = rowOf(id);
      if (!row) return;
      row.classList.add("leaving");
      row.removeAttribute("id");
      setTimeout(() => row.remove(), matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220);
    },
  };
}

/** @param {Element | null} element */
function focusOn(element) {
  if (element instanceof HTMLElement) element.focus();
}

/** @typedef {ReturnType<typeof createChatView>} ChatView */
