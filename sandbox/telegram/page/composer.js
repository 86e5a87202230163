import { h, icon } from "./dom.js";

/** @typedef {{command: string, description: string}} Command */

/**
 * The line to write in, with the command menu above it (`/`), or one wide button where Telegram shows one (start, unblock).
 * @param {{send: (text: string) => void, unblock: () => void, texts: import("./texts.js").Texts}} deps
 */
export function createComposer({ send, unblock, texts }) {
  /** @type {Command[]} */
  let commands = [];
  /** @type {Command[]} */
  let offered = [];
  let chosen = -1;

  const menu = h("div", {
    class: "command-menu",
    id: "commands",
    role: "listbox",
    "aria-label": texts.commands,
    hidden: true,
  });
  const input = h("textarea", {
    rows: 1,
    placeholder: texts.message,
    "aria-label": texts.message,
    role: "combobox",
    "aria-controls": "commands",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    maxlength: 4096,
    autocomplete: "off",
    on: { input: typed, keydown: keyed },
  });
  const menuButton = h(
    "button",
    { class: "menu-button", type: "button", "aria-label": texts.commands, on: { click: toggleMenu } },
    icon("menu"),
  );
  const sendButton = h("button", { class: "send", type: "submit", "aria-label": texts.send }, icon("send"));
  const form = h("form", { class: "composer", on: { submit } }, menuButton, input, sendButton);
  const wide = h("button", { class: "wide", type: "button", hidden: true });

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (text) sendText(text);
  }

  /** @param {string} text */
  function sendText(text) {
    send(text);
    input.value = "";
    input.style.height = "";
    offer([]);
    input.focus();
  }

  function typed() {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    const word = /^\/(\w*)$/.exec(input.value)?.[1];
    offer(word === undefined ? [] : commands.filter(({ command }) => command.startsWith(word)));
  }

  function toggleMenu() {
    offer(menu.hidden ? commands : []);
    input.focus();
  }

  /** @param {KeyboardEvent} event */
  function keyed(event) {
    if (event.key === "Escape") offer([]);
    else if (!menu.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose((chosen + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      const command = offered[chosen];
      if (!menu.hidden && command) sendText(`/${command.command}`);
      else form.requestSubmit();
    }
  }

  /** @param {Command[]} list */
  function offer(list) {
    offered = list;
    menu.hidden = list.length === 0;
    input.setAttribute("aria-expanded", String(!menu.hidden));
    menu.replaceChildren(
      ...list.map(({ command, description }, index) =>
        h(
          "div",
          {
            class: "command",
            role: "option",
            id: `command-${index}`,
            "aria-selected": "false",
            on: { click: () => sendText(`/${command}`), mousemove: () => choose(index) },
          },
          h("b", {}, `/${command}`),
          h("span", {}, description),
        ),
      ),
    );
    choose(list.length > 0 ? 0 : -1);
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    for (const [at, option] of [...menu.children].entries()) option.setAttribute("aria-selected", String(at === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `command-${index}`);
    menu.children[index]?.scrollIntoView({ block: "nearest" });
  }

  return {
    node: h("footer", { class: "foot" }, menu, form, wide),
    focus: () => input.focus(),

    /** @param {Command[]} list */
    setCommands(list) {
      commands = list;
      menuButton.hidden = list.length === 0;
    },

    /** @param {"write" | "start" | "blocked"} mode */
    setMode(mode) {
      form.hidden = mode !== "write";
      wide.hidden = mode === "write";
      wide.textContent = mode === "start" ? texts.start : texts.unblock;
      wide.onclick = mode === "start" ? () => send("/start") : unblock;
    },
  };
}

/** @typedef {ReturnType<typeof createComposer>} Composer */
