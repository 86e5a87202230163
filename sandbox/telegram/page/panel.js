import { h } from "./dom.js";

/** The people of the demo; their ids are Telegram ids. */
export const PEOPLE = [1001, 1002];

/**
 * The side panel: who writes, in which language, and the outside world.
 * @param {{person: number, language: import("./texts.js").Language, texts: import("./texts.js").Texts, world: HTMLElement, choosePerson: (id: number) => void, chooseLanguage: (language: import("./texts.js").Language) => void, toggleBlock: () => void, showChat: () => void}} deps
 */
export function createPanel({ person, language, texts, world, choosePerson, chooseLanguage, toggleBlock, showChat }) {
  const block = h("button", { class: "action", type: "button", on: { click: toggleBlock } }, texts.block);

  /** @param {string} id @param {string} label @param {boolean} on @param {() => void} act @param {string} [lang] */
  const choice = (id, label, on, act, lang) =>
    h("button", { class: "choice", type: "button", id, "aria-pressed": String(on), lang, on: { click: act } }, label);

  const people = PEOPLE.map((id, index) =>
    choice(`person-${id}`, index === 0 ? texts.person1 : texts.person2, id === person, () => choosePerson(id)),
  );
  const node = h(
    "aside",
    { class: "panel", id: "panel", "aria-label": texts.world },
    h(
      "header",
      { class: "panel-head" },
      h("h1", {}, texts.world),
      h("button", { class: "to-chat", type: "button", on: { click: showChat } }, texts.chat),
    ),
    h("p", { class: "intro" }, texts.worldIntro),
    h(
      "section",
      { class: "card" },
      h("h2", { id: "people-title" }, texts.people),
      h("div", { class: "choices", role: "group", "aria-labelledby": "people-title" }, people),
      h("h2", { id: "language-title" }, texts.language),
      h(
        "div",
        { class: "choices", role: "group", "aria-labelledby": "language-title" },
        choice("lang-en", "English", language === "en", () => chooseLanguage("en"), "en"),
        choice("lang-ru", "Русский", language === "ru", () => chooseLanguage("ru"), "ru"),
      ),
      block,
    ),
    world,
  );
  return {
    node,
    /** @param {boolean} blocked */
    setBlocked(blocked) {
      block.textContent = blocked ? texts.unblock : texts.block;
    },
  };
}
