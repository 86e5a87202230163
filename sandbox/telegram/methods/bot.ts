import { badRequest } from "../failure.ts";
import { photoSizes } from "../files.ts";
import { chatOf } from "../persons.ts";
import { chatIdOf } from "./chat.ts";
import type { Method } from "./method.ts";

const getMe: Method = (_, { world }) => ({
  result: {
    ...world.bot,
    first_name: world.profile.text("name", ""),
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  },
});

const logOut: Method = () => ({ result: true });
const close: Method = () => ({ result: true });

const getChat: Method = (parameters, { world }) => {
  const person = world.persons.get(chatIdOf(parameters));
  if (!person) throw badRequest("Chat not found");
  return {
    result: {
      ...chatOf(person),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
    },
  };
};

const getFile: Method = (parameters, { world }) => {
  const file = world.files.get(parameters.text("file_id"));
  if (!file) throw badRequest("Invalid file_id");
  const size = file.upload.bytes.length;
  if (size > 20 * 1024 * 1024) throw badRequest("File is too big");
  const known = file.kind === "photo" ? photoSizes(file)[0] : undefined;
  const id = { file_id: known?.file_id ?? file.id, file_unique_id: file.uniqueId };
  return { result: { ...id, file_size: size, file_path: file.path } };
};

export const botMethods = { getMe, logOut, close, getChat, getFile };
