// The page's line to the emulator: commands by POST, everything that happens by server-sent events.

/** @typedef {{text: string, style?: "danger" | "success" | "primary", kind: "callback" | "url" | "copy" | "web_app" | "disabled", url?: string, copy?: string}} Key */
/** @typedef {{id: number, from: "bot" | "person", date: number, editDate?: number, text: string, caption?: string, entities?: import("./entities.js").Entity[], photo?: {url: string, width: number, height: number}, document?: {url: string, name: string, size?: number}, keyboard?: Key[][], protect?: boolean, replyTo?: number, silent?: boolean}} Message */
/** @typedef {{name: string, username?: string, description?: string, commands?: {command: string, description: string}[]}} Bot */
/** @typedef {{bot: Bot, person: {id: number, name: string, language?: string, blocked?: boolean}, now?: number, messages: Message[]}} Chat */
/** @typedef {{callbackId: string, text?: string, alert?: boolean}} Answer */
/** @typedef {{state(chat: Chat): void, message(message: Message): void, edited(message: Message): void, deleted(id: number): void, typing(): void, answered(answer: Answer): void, commands(commands: {command: string, description: string}[]): void, link(up: boolean): void}} Listener */

/** Bot API dates are seconds, the browser's are milliseconds. @param {number} date */
export const toMilliseconds = (date) => (date < 1e11 ? date * 1000 : date);

/** @param {number} person */
export function connectEmulator(person) {
  return {
    /** @param {string} text */
    send: (text) => post("/_emu/send", { person, text }),
    /** @param {number} messageId @param {number} row @param {number} column @returns {Promise<{callbackId?: string}>} */
    press: (messageId, row, column) => post("/_emu/press", { person, messageId, row, column }),
    /** @param {boolean} blocked */
    block: (blocked) => post("/_emu/block", { person, blocked }),
    /** @param {string} name @param {string} language */
    introduce: (name, language) => post("/_emu/person", { id: person, name, language }),

    /** @param {Listener} listener @returns {() => void} ends it */
    listen(listener) {
      const source = new EventSource(`/_emu/events?person=${person}`);
      /** @param {string} name @param {(data: any) => void} act */
      const on = (name, act) =>
        source.addEventListener(name, (event) => act(JSON.parse(/** @type {MessageEvent} */ (event).data)));
      source.addEventListener("open", () => listener.link(true));
      source.addEventListener("error", () => listener.link(false));
      on("state", (data) => listener.state(data));
      on("message", (data) => listener.message(data));
      on("edited", (data) => listener.edited(data));
      on("deleted", (data) => listener.deleted(data.id));
      on("typing", () => listener.typing());
      on("answered", (data) => listener.answered(data));
      on("commands", (data) => listener.commands(data.commands));
      return () => source.close();
    },
  };
}

/** @typedef {ReturnType<typeof connectEmulator>} Emulator */

/** @param {string} path @param {object} body @returns {Promise<any>} rejects when the answer is not 2xx */
export async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(answer.error ?? `${path}: ${response.status}`);
  return answer;
}
