import { h } from "./dom.js";

const LONGEST_TOAST = 6000;

/**
 * Toasts, alerts and the enlarged picture. Dialogs are `<dialog>`: focus stays inside and Escape closes them.
 * @param {import("./texts.js").Texts} texts
 * @param {() => string} botName
 */
export function createDialogs(texts, botName) {
  const toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });

  /** @param {string} className @param {Record<string, string>} props @param {...any} children */
  function open(className, props, ...children) {
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const dialog = h("dialog", { class: className, ...props }, ...children);
    dialog.addEventListener("click", (/** @type {Event} */ event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  }

  return {
    node: toasts,

    /** @param {string} text */
    toast(text) {
      const toast = h("div", { class: "toast" }, text);
      toasts.replaceChildren(toast);
      setTimeout(() => toast.remove(), Math.min(2500 + text.length * 40, LONGEST_TOAST));
    },

    /** @param {string} text at most 200 characters, as Telegram allows */
    alert(text) {
      const close = h("button", { class: "dialog-ok", type: "button", autofocus: true }, texts.ok);
      const dialog = open(
        "alert",
        { role: "alertdialog", "aria-labelledby": "alert-title", "aria-describedby": "alert-text" },
        h("h2", { id: "alert-title" }, botName()),
        h("p", { id: "alert-text" }, text),
        close,
      );
      close.addEventListener("click", () => dialog.close());
    },

    /** @param {string} url @param {string} description */
    picture(url, description) {
      const close = h("button", { class: "lightbox-close", type: "button", autofocus: true }, texts.close);
      const dialog = open(
        "lightbox",
        { "aria-label": texts.photo },
        h("img", { src: url, alt: description || texts.photo }),
        close,
      );
      close.addEventListener("click", () => dialog.close());
    },
  };
}

/** @typedef {ReturnType<typeof createDialogs>} Dialogs */
