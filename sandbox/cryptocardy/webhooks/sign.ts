import { createHmac } from "node:crypto";
import type { Variants } from "../variants.ts";

/** HMAC-SHA256 of the raw body, key = the secret as UTF-8; lower-case hex unless a variant says otherwise. */
export function sign(body: string, secret: string, encoding: Variants["signatureEncoding"]): string {
  const hmac = createHmac("sha256", secret).update(body);
  switch (encoding) {
    case "hex":
      return hmac.digest("hex");
    case "upper-hex":
      return hmac.digest("hex").toUpperCase();
    case "prefixed":
      return `sha256=${hmac.digest("hex")}`;
    case "base64":
      return hmac.digest("base64");
  }
}
