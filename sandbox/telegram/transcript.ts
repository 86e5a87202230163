import type { VisibleMessage } from "./view.ts";

const keyboardLine = (row: { text: string }[]) => `    ${row.map(({ text }) => `[${text}]`).join(" ")}`;

/** A chat as plain text, for a failed test's message. */
export const transcript = (messages: VisibleMessage[]): string =>
  messages
    .map((message) => {
      const what = message.photo ? "(photo) " : message.document ? `(${message.document.name}) ` : "";
      const edited = message.editDate === undefined ? "" : " (edited)";
      const keyboard = (message.keyboard ?? []).map(keyboardLine);
      return [`#${message.id} ${message.from}${edited}: ${what}${message.text}`, ...keyboard].join("\n");
    })
    .join("\n");
