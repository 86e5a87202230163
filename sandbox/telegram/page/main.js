import { lastAddress } from "./addresses.js";
import { createChatView } from "./chat.js";
import { setNow } from "./clock.js";
import { createComposer } from "./composer.js";
import { keepTimesLive } from "./datetime.js";
import { createDialogs } from "./dialogs.js";
import { h } from "./dom.js";
import { connectEmulator } from "./emulator.js";
import { createHeader } from "./header.js";
import { createKeyboards } from "./keyboard.js";
import { createPanel, PEOPLE } from "./panel.js";
import { TEXTS } from "./texts.js";
import { createTitle } from "./title.js";
import { createWorld } from "./world.js";

/** @typedef {import("./texts.js").Language} Language */

/** Everything on the screen belongs to one person in one language; another choice builds it anew. */
let stop = () => {};

/** @param {number} person */
const languageKey = (person) => `language-${person}`;

/** @param {number} person @returns {Language} */
function languageOf(person) {
  const asked = new URLSearchParams(location.search).get("lang");
  const known = asked ?? localStorage.getItem(languageKey(person)) ?? navigator.language.slice(0, 2);
  return known === "ru" ? "ru" : "en";
}

/** @param {number} person @param {Language} language @param {string} [focusOn] id of the control that was pressed */
function start(person, language, focusOn) {
  stop();
  localStorage.setItem(languageKey(person), language);
  history.replaceState(null, "", `?person=${person}&lang=${language}`);
  document.documentElement.lang = language;

  const texts = TEXTS[language];
  const emulator = connectEmulator(person);
  let botName = "";
  let blocked = false;
  const dialogs = createDialogs(texts, () => botName);
  const header = createHeader({ texts, showWorld: () => showTab("world") });
  const title = createTitle();
  const failed = () => dialogs.toast(texts.notSent);

  /** @param {string} text */
  const copy = (text) =>
    navigator.clipboard.writeText(text).then(
      () => dialogs.toast(texts.copied),
      () => dialogs.toast(texts.copyFailed),
    );
  /** @param {string} text */
  const send = (text) => emulator.send(text).catch(failed);
  /** @param {boolean} on */
  const block = (on) => emulator.block(on).then(() => setBlocked(on), failed);

  const keyboards = createKeyboards({ press: emulator.press, copy, failed, texts });
  const chat = createChatView({
    texts,
    language,
    copy,
    send,
    refuseCopy: () => dialogs.toast(texts.protectedCopy),
    enlarge: dialogs.picture,
    botName: () => botName,
    drawKeyboard: keyboards.draw,
  });
  const composer = createComposer({ send, unblock: () => block(false), texts });
  const world = createWorld({ texts, language, address: () => lastAddress(chat.newestFirst()) });
  const panel = createPanel({
    person,
    language,
    texts,
    world: world.node,
    choosePerson: (id) => start(id, localStorage.getItem(languageKey(id)) === "ru" ? "ru" : "en", `person-${id}`),
    chooseLanguage: (chosen) => start(person, chosen, `lang-${chosen}`),
    toggleBlock: () => block(!blocked),
    showChat: () => showTab("chat"),
  });
  const about = h("div", { class: "about", hidden: true });

  /** @param {boolean} on */
  function setBlocked(on) {
    blocked = on;
    panel.setBlocked(on);
    refresh();
  }

  function refresh() {
    const empty = chat.size() === 0;
    about.hidden = !empty || about.textContent === "";
    composer.setMode(blocked ? "blocked" : empty ? "start" : "write");
    world.suggest();
  }

  document.body.replaceChildren(
    panel.node,
    h("main", { class: "phone" }, header.node, chat.node, composer.node, dialogs.node),
  );
  chat.node.prepend(about);

  const name = PEOPLE.indexOf(person) === 1 ? texts.person2 : texts.person1;
  const stopTimes = keepTimesLive(language);
  let stopListening = () => {};
  let over = false;
  stop = () => {
    over = true;
    stopTimes();
    stopListening();
    title.stop();
  };

  // The person first: an emulator has no chat with somebody it has never heard of.
  emulator
    .introduce(name, language)
    .catch(failed)
    .then(() => {
      if (over) return;
      stopListening = emulator.listen({
        state({ bot, person: whom, now, messages }) {
          setNow(now ?? Date.now());
          botName = bot.name;
          header.setName(bot.name);
          title.setName(bot.name);
          composer.setCommands(bot.commands ?? []);
          about.replaceChildren(...(bot.description ? [h("h2", {}, texts.about), h("p", {}, bot.description)] : []));
          chat.reset(messages);
          setBlocked(Boolean(whom?.blocked));
        },
        message(message) {
          if (message.from === "bot") {
            header.setTyping(false);
            title.notice(Boolean(message.silent));
          }
          chat.add(message);
          refresh();
        },
        edited(message) {
          chat.edit(message);
          refresh();
        },
        deleted(ids) {
          chat.remove(ids);
          refresh();
        },
        typing: () => header.setTyping(true),
        answered({ callbackId, text, alert }) {
          keyboards.answered(callbackId);
          if (text && alert) dialogs.alert(text);
          else if (text) dialogs.toast(text);
        },
        commands: composer.setCommands,
        link: header.setLink,
      });
    });

  if (focusOn) document.getElementById(focusOn)?.focus();
}

/** On a narrow screen the chat and the world take turns. @param {"chat" | "world"} tab */
function showTab(tab) {
  document.body.dataset.tab = tab;
}

const asked = Number(new URLSearchParams(location.search).get("person"));
const first = Number.isSafeInteger(asked) && asked > 0 ? asked : (PEOPLE[0] ?? 1);
start(first, languageOf(first));
