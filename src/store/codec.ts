import { Packr } from "msgpackr";
import { createSecret } from "../lib/secret.ts";
import type { LiveHook } from "./hooks.ts";
import type { Opening, Person, RetiringHook, Settings, Wallet, WalletHook } from "./people.ts";
import type { Codec } from "./records.ts";
import type { SeedOwner } from "./seeds.ts";

// There is one of these per person and they never expire, so bytes count: values by position, random ones as bytes.
// A new value goes to the end of its list; the meaning of a place never changes.
type PackedOpening = [asset: string, address: string, network?: string | null, awaitsCard?: 1 | null];
type PackedHook = [token: Bytes, webhookId: string, createdAt: number, degraded?: 1];
type PackedWallet = [
  id: string,
  name: string,
  sealed: Buffer,
  seedSaved: 0 | 1,
  opened?: PackedOpening | null,
  hook?: PackedHook | null,
  retiring?: RetiringHook[] | null,
];
type PackedPerson = [
  createdAt: number,
  wallets: PackedWallet[],
  /** The active wallet by its place, or its id when it is not there. */
  active?: number | string | null,
  locale?: NonNullable<Person["locale"]> | null,
  settings?: Settings | null,
  unreachable?: 1 | null,
];
type PackedLiveHook = [userId: number, walletId: string, secrets: Bytes[], header?: number | string];
/** Bytes where the text was an encoding of bytes, else the text as it is. */
type Bytes = Buffer | string;

const packr = new Packr({ useRecords: false });

// A header that is in this list is stored as its place there. Append only.
const HEADERS = [
  "x-signature",
  "x-webhook-signature",
  "x-cryptocardy-signature",
  "x-ctc-signature",
  "x-hub-signature-256",
];

export const personCodec: Codec<Person> = {
  encode: (person) => packr.pack(packPerson(person)),
  decode: (bytes, id) => unpackPerson(Number(id), packr.unpack(bytes) as PackedPerson),
};

export const hookCodec: Codec<LiveHook> = {
  encode: ({ userId, walletId, secrets, header }) => {
    const packed: PackedLiveHook = [userId, walletId, secrets.map((secret) => toBytes(secret.reveal(), "hex"))];
    if (header) packed.push(HEADERS.includes(header) ? HEADERS.indexOf(header) : header);
    return packr.pack(packed);
  },
  decode: (bytes) => {
    const [userId, walletId, secrets, packedHeader] = packr.unpack(bytes) as PackedLiveHook;
    const header = typeof packedHeader === "number" ? HEADERS[packedHeader] : packedHeader;
    const live = secrets.map((secret) => createSecret(toText(secret, "hex")));
    return { state: "live", userId, walletId, secrets: live, ...(header ? { header } : {}) };
  },
};

export const seedOwnersCodec: Codec<SeedOwner[]> = {
  encode: (owners) => packr.pack(owners.map(({ userId, walletId }) => [userId, walletId])),
  decode: (bytes) => (packr.unpack(bytes) as [number, string][]).map(([userId, walletId]) => ({ userId, walletId })),
};

function packPerson({ createdAt, wallets, activeWallet, locale, settings, unreachable }: Person): PackedPerson {
  const place = wallets.findIndex(({ id }) => id === activeWallet);
  return trimmed([
    createdAt,
    wallets.map(packWallet),
    place >= 0 ? place : (activeWallet ?? null),
    locale ?? null,
    Object.keys(settings).length > 0 ? jsonOnly(settings) : null,
    unreachable ? 1 : null,
  ]);
}

function unpackPerson(id: number, packed: PackedPerson): Person {
  const [createdAt, packedWallets, active, locale, settings, unreachable] = packed;
  const wallets = packedWallets.map(unpackWallet);
  const activeWallet = typeof active === "number" ? wallets[active]?.id : active;
  return {
    id,
    createdAt,
    wallets,
    settings: settings ?? {},
    ...(locale ? { locale } : {}),
    ...(activeWallet ? { activeWallet } : {}),
    ...(unreachable ? { unreachable: true } : {}),
  };
}

function packWallet({ id, name, sealed, seedSaved, opened, hook, retiring }: Wallet): PackedWallet {
  return trimmed([
    id,
    name,
    Buffer.from(sealed, "base64url"),
    seedSaved ? 1 : 0,
    opened ? packOpening(opened) : null,
    hook ? packHook(hook) : null,
    retiring && retiring.length > 0 ? retiring : null,
  ]);
}

function unpackWallet([id, name, sealed, seedSaved, opened, hook, retiring]: PackedWallet): Wallet {
  return {
    id,
    name,
    sealed: sealed.toString("base64url"),
    seedSaved: seedSaved === 1,
    ...(opened ? { opened: unpackOpening(opened) } : {}),
    ...(hook ? { hook: unpackHook(hook) } : {}),
    ...(retiring ? { retiring } : {}),
  };
}

const packOpening = ({ asset, address, network, awaitsCard }: Opening): PackedOpening =>
  trimmed([asset, address, network ?? null, awaitsCard ? 1 : null]);

const unpackOpening = ([asset, address, network, awaitsCard]: PackedOpening): Opening => ({
  asset,
  address,
  ...(network ? { network } : {}),
  ...(awaitsCard ? { awaitsCard: true } : {}),
});

function packHook({ token, webhookId, createdAt, state }: WalletHook): PackedHook {
  const packed: PackedHook = [toBytes(token, "base64url"), webhookId, createdAt];
  return state === "degraded" ? [packed[0], packed[1], packed[2], 1] : packed;
}

const unpackHook = ([token, webhookId, createdAt, degraded]: PackedHook): WalletHook => ({
  token: toText(token, "base64url"),
  webhookId,
  createdAt,
  state: degraded ? "degraded" : "live",
});

/** Without the empty places at the end. */
function trimmed<List extends unknown[]>(list: List): List {
  while (list.length > 0 && list.at(-1) === null) list.pop();
  return list;
}

function toBytes(text: string, encoding: "hex" | "base64url"): Bytes {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : text;
}

const toText = (value: Bytes, encoding: "hex" | "base64url"): string =>
  typeof value === "string" ? value : value.toString(encoding);

/** Drops `undefined`, which would come back as a property. */
const jsonOnly = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
