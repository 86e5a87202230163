import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { StoredFile } from "./files.ts";
import type { Stored } from "./messages.ts";
import type { PersonRecord } from "./persons.ts";
import type { ProfileState } from "./profile.ts";
import type { World } from "./world.ts";

type SavedFile = Omit<StoredFile, "upload"> & { name: string; mime: string; base64: string };
type Saved = {
  version: 1;
  persons: PersonRecord[];
  messages: Stored[];
  lastMessageId: number;
  nextUpdateId: number;
  profile: ProfileState;
  files: SavedFile[];
};

const savedFile = ({ upload, ...file }: StoredFile): SavedFile => {
  const { name, mime, bytes } = upload;
  return { ...file, name, mime, base64: bytes.toString("base64") };
};

const restoredFile = ({ name, mime, base64, ...file }: SavedFile): StoredFile => ({
  ...file,
  upload: { name, mime, bytes: Buffer.from(base64, "base64") },
});

const read = (path: string): Saved | undefined => {
  try {
    const saved: unknown = JSON.parse(readFileSync(path, "utf8"));
    const fits = typeof saved === "object" && saved !== null && "version" in saved && saved.version === 1;
    return fits ? (saved as Saved) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Keeps chats, people and the bot's profile in a JSON file, so that they survive a restart; waiting updates, open callback
 * queries and the virtual time do not. A file that is missing or cannot be read means a fresh start.
 */
export const keepState = (world: World, path: string): { save: () => void; stop: () => void } => {
  const { persons, messages, updates, profile, files, events } = world;
  const saved = read(path);
  if (saved) {
    persons.load(saved.persons);
    messages.load(saved.messages, saved.lastMessageId);
    updates.startAt(saved.nextUpdateId);
    profile.load(saved.profile);
    for (const file of saved.files) files.add(restoredFile(file));
  }

  const save = () => {
    const state: Saved = {
      version: 1,
      persons: persons.all(),
      messages: messages.all(),
      lastMessageId: messages.lastId(),
      nextUpdateId: updates.nextId(),
      profile: profile.state(),
      files: files.all().map(savedFile),
    };
    writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };

  let timer: NodeJS.Timeout | undefined;
  const deaf = events.listen(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      save();
    }, 300).unref();
  });
  const stop = () => {
    clearTimeout(timer);
    deaf();
    save();
  };
  return { save, stop };
};
