// Prints a fresh encryption key as ENCRYPTION_KEYS wants it: id:base64.
import { formatKey, newEncryptionKey } from "../vault/index.ts";

console.log(formatKey(newEncryptionKey(Date.now())).reveal());
