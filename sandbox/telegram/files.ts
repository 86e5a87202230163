import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { PNG } from "pngjs";
import { badRequest } from "./failure.ts";
import type { Upload } from "./parameters.ts";
import type { Document, PhotoSize } from "./wire.ts";

export type StoredFile = { id: string; uniqueId: string; path: string; kind: "photo" | "document"; upload: Upload } & {
  width?: number;
  height?: number;
};

const megabyte = 1024 * 1024;

const mimes: Record<string, string> = { png: "image/png", jpg: "image/jpeg", webp: "image/webp", gif: "image/gif" };

const measure = (bytes: Buffer): { width: number; height: number; mime: string } => {
  let size: { width: number; height: number; type?: string };
  try {
    size = imageSize(bytes);
    if (size.type === "png" && size.width * size.height < 30_000_000) PNG.sync.read(bytes);
  } catch {
    throw badRequest("IMAGE_PROCESS_FAILED");
  }
  const { width, height } = size;
  const mime = mimes[size.type ?? ""];
  if (!mime) throw badRequest("IMAGE_PROCESS_FAILED");
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
    throw badRequest("PHOTO_INVALID_DIMENSIONS");
  }
  return { width, height, mime };
};

/** Uploaded files. The id depends on the bytes and the bot, so that the same upload gets the same id again. */
export const createFiles = ({ botId }: { botId: number }) => {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();

  const add = (file: StoredFile): StoredFile => {
    byId.set(file.id, file);
    byPath.set(file.path, file);
    return file;
  };

  const keep = (kind: StoredFile["kind"], upload: Upload, size: { width?: number; height?: number }): StoredFile => {
    const digest = createHash("sha256").update(`${kind}:${upload.name}:`).update(upload.bytes);
    const uniqueId = digest.copy().digest("base64url").slice(0, 15);
    const id = `${kind === "photo" ? "AgAC" : "BQAC"}${digest.update(String(botId)).digest("base64url").slice(0, 60)}`;
    const known = byId.get(id);
    if (known) return known;
    const extension = /\.[a-z0-9]{1,8}$/i.exec(upload.name)?.[0] ?? (kind === "photo" ? ".jpg" : "");
    const path = `${kind}s/file_${byId.size}${extension}`;
    const file: StoredFile = { id, uniqueId, path, kind, upload, ...size };
    return add(file);
  };

  return {
    photo: (upload: Upload): StoredFile => {
      if (upload.bytes.length > 10 * megabyte) throw badRequest("Photo is too big");
      const { mime, ...size } = measure(upload.bytes);
      return keep("photo", { ...upload, mime }, size);
    },
    document: (upload: Upload): StoredFile => {
      if (upload.bytes.length === 0) throw badRequest("File must be non-empty");
      if (upload.bytes.length > 50 * megabyte) throw badRequest("File is too big");
      return keep("document", upload, {});
    },
    add,
    all: () => [...byId.values()],
    get: (id: string) => byId.get(id),
    at: (path: string) => byPath.get(path),
    clear: () => {
      byId.clear();
      byPath.clear();
    },
  };
};

export type Files = ReturnType<typeof createFiles>;

export const photoSizes = (file: StoredFile): PhotoSize[] => [
  {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    width: file.width ?? 0,
    height: file.height ?? 0,
    file_size: file.upload.bytes.length,
  },
];

export const documentOf = (file: StoredFile): Document => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  ...(file.upload.name && { file_name: file.upload.name }),
  ...(file.upload.mime && { mime_type: file.upload.mime }),
  file_size: file.upload.bytes.length,
});
