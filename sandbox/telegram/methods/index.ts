import { answerMethods } from "./answer.ts";
import { botMethods } from "./bot.ts";
import { editMethods } from "./edit.ts";
import type { Method } from "./method.ts";
import { profileMethods } from "./profile.ts";
import { removeMethods } from "./remove.ts";
import { sendMethods } from "./send.ts";
import { updateMethods } from "./updates.ts";

const all: Record<string, Method> = {
  ...botMethods,
  ...updateMethods,
  ...sendMethods,
  ...editMethods,
  ...removeMethods,
  ...answerMethods,
  ...profileMethods,
};

const byLowerName = new Map(Object.entries(all).map(([name, run]) => [name.toLowerCase(), { name, run }]));

/** A method the emulator has, found without regard to case. */
export const findMethod = (name: string): { name: string; run: Method } | undefined =>
  byLowerName.get(name.toLowerCase());

export const methodNames = Object.keys(all);
