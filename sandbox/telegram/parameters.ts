import type { IncomingMessage } from "node:http";
import { Busboy } from "@fastify/busboy";
import { ApiFailure, badRequest } from "./failure.ts";

export type Upload = { name: string; mime: string; bytes: Buffer };

const maxBody = 55 * 1024 * 1024;

/** The arguments of one call, whichever way they came: query, form, JSON or multipart. */
export const createParameters = (values: Record<string, unknown>, files: Map<string, Upload> = new Map()) => {
  const raw = (name: string): unknown => values[name];

  const text = (name: string): string => {
    const value = raw(name);
    if (value === undefined || value === null) return "";
    return typeof value === "string" ? value : typeof value === "object" ? JSON.stringify(value) : String(value);
  };

  return {
    values,
    files,
    raw,
    text,
    has: (name: string) => raw(name) !== undefined && raw(name) !== null,
    /** NaN when absent or no whole number. */
    integer: (name: string): number => {
      const value = text(name).trim();
      return /^[+-]?\d+$/.test(value) ? Number(value) : Number.NaN;
    },
    flag: (name: string): boolean => ["true", "yes", "1"].includes(text(name).toLowerCase()),
    /** An object or array, given as such or as JSON text; undefined when absent; throws when the text is no JSON. */
    json: (name: string): unknown => {
      const value = raw(name);
      if (typeof value !== "string") return value ?? undefined;
      if (value === "") return undefined;
      try {
        return JSON.parse(value);
      } catch {
        const what = name === "reply_markup" ? "reply keyboard markup" : name.replaceAll("_", " ");
        throw badRequest(`Can't parse ${what} JSON object`);
      }
    },
    /** The uploaded file of a field: sent under its name, or under another one named by `attach://`. */
    file: (name: string): Upload | undefined => {
      const value = raw(name);
      if (typeof value === "string" && value.startsWith("attach://")) return files.get(value.slice(9));
      return files.get(name);
    },
  };
};

export type Parameters = ReturnType<typeof createParameters>;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) throw new ApiFailure(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const readMultipart = (body: Buffer, contentType: string) =>
  new Promise<{ values: Record<string, unknown>; files: Map<string, Upload> }>((resolve, reject) => {
    const values: Record<string, unknown> = {};
    const files = new Map<string, Upload>();
    const parser = new Busboy({ headers: { "content-type": contentType }, limits: { fieldSize: 1024 * 1024 } });
    parser.on("field", (name, value) => {
      values[name] = value;
    });
    parser.on("file", (field, stream, name, _encoding, mime) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => files.set(field, { name: name ?? "", mime, bytes: Buffer.concat(chunks) }));
    });
    parser.on("finish", () => resolve({ values, files }));
    parser.on("error", (error) => reject(error));
    parser.end(body);
  });

const readJson = (text: string): Record<string, unknown> => {
  let value: unknown;
  try {
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw badRequest("Can't parse JSON object");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badRequest("Object expected");
  return value as Record<string, unknown>;
};

/** Reads the arguments of a request: those of the query, overridden by those of the body. */
export const readParameters = async (request: IncomingMessage, query: URLSearchParams): Promise<Parameters> => {
  const values: Record<string, unknown> = Object.fromEntries(query);
  const body = await readBody(request);
  const contentType = request.headers["content-type"] ?? "";
  if (body.length === 0) return createParameters(values);
  if (contentType.startsWith("application/json")) {
    return createParameters({ ...values, ...readJson(body.toString("utf8")) });
  }
  if (contentType.startsWith("multipart/form-data")) {
    const form = await readMultipart(body, contentType).catch(() => {
      throw badRequest("Can't parse multipart form data");
    });
    return createParameters({ ...values, ...form.values }, form.files);
  }
  return createParameters({ ...values, ...Object.fromEntries(new URLSearchParams(body.toString("utf8"))) });
};
