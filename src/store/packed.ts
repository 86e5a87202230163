import { Packr } from "msgpackr";

// For records of which there is one per person or wallet and that never expire, so bytes count: values by position,
// random ones as bytes. A new value goes to the end of its list; the meaning of a place never changes.

/** Bytes where the text was an encoding of bytes, else the text as it is. */
export type Bytes = Buffer | string;

const packr = new Packr({ useRecords: false });

export const pack = (list: unknown[]): Buffer => packr.pack(list);

export const unpack = (bytes: Buffer): unknown => packr.unpack(bytes);

/** Without the empty places at the end. */
export function trimmed<List extends unknown[]>(list: List): List {
  while (list.length > 0 && list.at(-1) === null) list.pop();
  return list;
}

export function toBytes(text: string, encoding: "hex" | "base64url"): Bytes {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : text;
}

export const toText = (value: Bytes, encoding: "hex" | "base64url"): string =>
  typeof value === "string" ? value : value.toString(encoding);
