export { createKeyring, type EncryptionKey, type Keyring, VaultError, type VaultProblem } from "./keyring.ts";
export { openSeed, sealSeed } from "./seed.ts";
