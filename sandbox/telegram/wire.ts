/** The few Bot API objects this emulator makes or reads. Field names are the wire's. */
export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
  can_join_groups?: boolean;
  can_read_all_group_messages?: boolean;
  supports_inline_queries?: boolean;
};

export type Chat = { id: number; type: "private"; first_name: string };

export type Entity = {
  type: string;
  /** UTF-16 units. */
  offset: number;
  /** UTF-16 units. */
  length: number;
  url?: string;
  user?: User;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type Button = { text: string; style?: string; icon_custom_emoji_id?: string } & (
  | { url: string }
  | { callback_data: string }
  | { copy_text: { text: string } }
  | { web_app: { url: string } }
  | { disabled: Record<string, never> }
);

export type InlineKeyboard = { inline_keyboard: Button[][] };

export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
};

export type Document = {
  file_id: string;
  file_unique_id: string;
  file_name?: string;
  mime_type?: string;
  file_size: number;
};

type Contact = { phone_number: string; first_name: string; user_id?: number };

export type Message = {
  message_id: number;
  from: User;
  chat: Chat;
  date: number;
  edit_date?: number;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  show_caption_above_media?: true;
  has_media_spoiler?: true;
  photo?: PhotoSize[];
  document?: Document;
  contact?: Contact;
  web_app_data?: { data: string; button_text: string };
  reply_markup?: InlineKeyboard;
  reply_to_message?: Message;
  has_protected_content?: true;
  link_preview_options?: Record<string, unknown>;
};

export type CallbackQuery = {
  id: string;
  from: User;
  message: Message | { chat: Chat; message_id: number; date: 0 };
  chat_instance: string;
  data: string;
};

export type Update = { update_id: number } & Record<string, unknown>;

export type BotCommand = { command: string; description: string };
