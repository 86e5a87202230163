import { Packr } from "msgpackr";
import { createSecret } from "../lib/secret.ts";
import type { LiveHook } from "./hooks.ts";
import type { Person, RetiringHook, Settings, Wallet, WalletHook } from "./people.ts";
import type { Codec } from "./records.ts";

// There is one of these per person and they never expire, so bytes count: one-letter names, random values as bytes.
type PackedHook = { t: Bytes; w: string; c: number; d?: 1 };
type PackedWallet = {
  i: string;
  n: string;
  s: Buffer;
  b?: 1;
  o?: [asset: string, address: string, network?: string];
  h?: PackedHook;
  r?: RetiringHook[];
};
type PackedPerson = {
  i: number;
  c: number;
  w: PackedWallet[];
  l?: Person["locale"];
  a?: string;
  u?: 1;
  s?: Settings;
};
type PackedLiveHook = [userId: number, walletId: string, secrets: Bytes[], header?: string];
/** Bytes where the text was an encoding of bytes, else the text as it is. */
type Bytes = Buffer | string;

const packr = new Packr({ useRecords: false });

export const personCodec: Codec<Person> = {
  encode: (person) => packr.pack(packPerson(person)),
  decode: (bytes) => unpackPerson(packr.unpack(bytes) as PackedPerson),
};

export const hookCodec: Codec<LiveHook> = {
  encode: ({ userId, walletId, secrets, header }) => {
    const packed: PackedLiveHook = [userId, walletId, secrets.map((secret) => toBytes(secret.reveal(), "hex"))];
    if (header) packed.push(header);
    return packr.pack(packed);
  },
  decode: (bytes) => {
    const [userId, walletId, secrets, header] = packr.unpack(bytes) as PackedLiveHook;
    const live = secrets.map((secret) => createSecret(toText(secret, "hex")));
    return { state: "live", userId, walletId, secrets: live, ...(header ? { header } : {}) };
  },
};

function packPerson(person: Person): PackedPerson {
  return {
    i: person.id,
    c: person.createdAt,
    w: person.wallets.map(packWallet),
    ...(person.locale ? { l: person.locale } : {}),
    ...(person.activeWallet ? { a: person.activeWallet } : {}),
    ...(person.unreachable ? { u: 1 } : {}),
    ...(Object.keys(person.settings).length > 0 ? { s: jsonOnly(person.settings) } : {}),
  };
}

function unpackPerson({ i, c, w, l, a, u, s }: PackedPerson): Person {
  return {
    id: i,
    createdAt: c,
    wallets: w.map(unpackWallet),
    settings: s ?? {},
    ...(l ? { locale: l } : {}),
    ...(a ? { activeWallet: a } : {}),
    ...(u ? { unreachable: true } : {}),
  };
}

function packWallet({ id, name, sealed, seedSaved, opened, hook, retiring }: Wallet): PackedWallet {
  return {
    i: id,
    n: name,
    s: Buffer.from(sealed, "base64url"),
    ...(seedSaved ? { b: 1 } : {}),
    ...(opened ? { o: [opened.asset, opened.address, ...(opened.network ? [opened.network] : [])] } : {}),
    ...(hook ? { h: packHook(hook) } : {}),
    ...(retiring && retiring.length > 0 ? { r: retiring } : {}),
  } as PackedWallet;
}

function unpackWallet({ i, n, s, b, o, h, r }: PackedWallet): Wallet {
  return {
    id: i,
    name: n,
    sealed: s.toString("base64url"),
    seedSaved: b === 1,
    ...(o ? { opened: { asset: o[0], address: o[1], ...(o[2] ? { network: o[2] } : {}) } } : {}),
    ...(h ? { hook: unpackHook(h) } : {}),
    ...(r ? { retiring: r } : {}),
  };
}

const packHook = ({ token, webhookId, createdAt, state }: WalletHook): PackedHook => ({
  t: toBytes(token, "base64url"),
  w: webhookId,
  c: createdAt,
  ...(state === "degraded" ? { d: 1 } : {}),
});

const unpackHook = ({ t, w, c, d }: PackedHook): WalletHook => ({
  token: toText(t, "base64url"),
  webhookId: w,
  createdAt: c,
  state: d ? "degraded" : "live",
});

function toBytes(text: string, encoding: "hex" | "base64url"): Bytes {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : text;
}

const toText = (value: Bytes, encoding: "hex" | "base64url"): string =>
  typeof value === "string" ? value : value.toString(encoding);

/** Drops `undefined`, which would come back as a property. */
const jsonOnly = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
