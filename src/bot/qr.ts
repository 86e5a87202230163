import { toBuffer } from "qrcode";
import type { Asset } from "./assets.ts";

/** A deposit address as a QR code (PNG). Wallet apps know what to do with a scheme; a token's address stands alone. */
export const addressQr = ({ scheme }: Pick<Asset, "scheme">, address: string): Promise<Buffer> =>
  toBuffer(scheme ? `${scheme}:${address}` : address, { width: 512, margin: 4, errorCorrectionLevel: "M" });
