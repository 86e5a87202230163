import { badRequest } from "../failure.ts";
import type { Method } from "./method.ts";

const answerCallbackQuery: Method = (parameters, { world }) => {
  const text = parameters.text("text");
  // That 200 is the limit is documented; the code of the refusal is a guess.
  if ([...text].length > 200) throw badRequest("MESSAGE_TOO_LONG");
  const url = parameters.text("url");
  world.callbacks.answer(parameters.text("callback_query_id"), {
    ...(text !== "" && { text }),
    alert: text !== "" && parameters.flag("show_alert"),
    ...(url !== "" && { url }),
  });
  return { result: true };
};

export const answerMethods = { answerCallbackQuery };
