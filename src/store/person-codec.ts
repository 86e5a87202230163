import { type Bytes, pack, toBytes, toText, trimmed, unpack } from "./packed.ts";
import type { Opening, Person, RetiringHook, Settings, Wallet, WalletHook } from "./person.ts";
import type { Codec } from "./records.ts";

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

export const personCodec: Codec<Person> = {
  encode: (person) => pack(packPerson(person)),
  decode: (bytes, id) => unpackPerson(Number(id), unpack(bytes) as PackedPerson),
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

/** Drops `undefined`, which would come back as a property. */
const jsonOnly = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
