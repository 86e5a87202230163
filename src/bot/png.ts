import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";
import { FONT } from "./drawing.ts";

const WIDTH = 1280;
// The fonts come along: a server often has none, or none with Cyrillic letters.
const FONTS = ["400Regular/Inter_400Regular.ttf", "700Bold/Inter_700Bold.ttf"].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
);

/** An SVG as a PNG, drawn beside the event loop. Loading this takes memory: it waits for the first picture. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: WIDTH },
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: FONT },
  });
  return image.asPng();
}
