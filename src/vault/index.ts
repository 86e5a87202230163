export { createKeyring, type EncryptionKey, type Keyring, VaultError } from "./keyring.ts";
export { formatKey, newEncryptionKey } from "./new-key.ts";
export { hashPin, isSameHash } from "./pin.ts";
export { openSeed, sealSeed } from "./seed.ts";
