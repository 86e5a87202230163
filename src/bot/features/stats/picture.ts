import type { Translator } from "../../../i18n.ts";
import { pngOf } from "../../png.ts";
import { drawChart } from "./chart.ts";
import type { Figures } from "./figures.ts";

/** The figures as a PNG. Loading this takes memory: it waits for the first picture. */
export const drawPicture = (t: Translator, figures: Figures, card?: string): Promise<Buffer> =>
  pngOf(drawChart(t, figures, card));
