import { createSecret, type Secret } from "../lib/secret.ts";
import type { Reading } from "./variables.ts";

/** `id:base64[,id:base64…]`, from the variable or from the file that is named instead; lines count as commas. */
export function parseEncryptionKeys(
  { value, complain }: Reading,
  readFile: (path: string) => string,
): { id: string; key: Secret }[] | undefined {
  const file = value("ENCRYPTION_KEYS_FILE");
  const inline = value("ENCRYPTION_KEYS");
  if (file && inline) return complain("ENCRYPTION_KEYS_FILE", "and ENCRYPTION_KEYS are both set: keep one of them");
  if (!file && !inline) return complain("ENCRYPTION_KEYS", "is required: `npm run keys:new` makes one");
  const variable = file ? "ENCRYPTION_KEYS_FILE" : "ENCRYPTION_KEYS";

  let text = inline ?? "";
  if (file) {
    try {
      text = readFile(file);
    } catch {
      return complain(variable, "names a file that cannot be read");
    }
  }
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const keys = words.flatMap((word) => parseKey(word) ?? []);
  if (words.length === 0) return complain(variable, "holds no key");
  if (keys.length < words.length) {
    return complain(variable, "must be id:key, the key being 32 bytes in base64; several are separated by commas");
  }
  const ids = new Set(keys.map(({ id }) => id));
  return ids.size === keys.length ? keys : complain(variable, "names two keys by the same id");
}

function parseKey(word: string): { id: string; key: Secret } | undefined {
  const [, id, key] = /^([A-Za-z0-9_.-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(word) ?? [];
  return id && key ? { id, key: createSecret(key) } : undefined;
}
