/**
 * Merchant category codes (ISO 18245) in the groups that people think in. `codes` are single codes and spans; airlines,
 * car rentals and hotels have a code per brand (3000-3999), so only a span covers them. `title` is the key of the group's
 * name in `locales/<language>/categories.ftl`: an emoji and a word. The order is that of the screens, and its places are
 * in buttons: append only.
 */
export const MERCHANT_GROUPS = [
  { id: "ads", title: "categories-ads", codes: [7311] },
  { id: "software", title: "categories-software", codes: [4816, 5045, 5734, 5817, 5818, 7372, 7375, 7379] },
  { id: "streaming", title: "categories-streaming", codes: [4899, 5735, 5815, 5968, 7829, 7841] },
  { id: "games", title: "categories-games", codes: [5816, 5945, 7993, 7994] },
  {
    id: "travel",
    title: "categories-travel",
    codes: [
      [3000, 3308],
      [3351, 3441],
      [3501, 3838],
      4411,
      4511,
      4582,
      4722,
      4723,
      5962,
      7011,
      7012,
      7032,
      7033,
      7512,
      7519,
    ],
  },
  {
    id: "transport",
    title: "categories-transport",
    codes: [
      4011, 4111, 4112, 4119, 4121, 4131, 4457, 4468, 4784, 4789, 5511, 5521, 5531, 5532, 5533, 5541, 5542, 5551, 5552,
      5561, 5571, 5592, 5598, 5599, 7511, 7513, 7523, 7531, 7534, 7535, 7538, 7542, 7549,
    ],
  },
  { id: "groceries", title: "categories-groceries", codes: [5300, 5411, 5422, 5441, 5451, 5462, 5499, 5921] },
  { id: "restaurants", title: "categories-restaurants", codes: [[5811, 5814]] },
  {
    id: "shopping",
    title: "categories-shopping",
    codes: [
      5094, 5131, 5137, 5139, 5262, 5309, 5310, 5311, 5331, 5399, 5611, 5621, 5631, 5641, 5651, 5655, 5661, 5681, 5691,
      5697, 5698, 5699, 5732, 5733, 5931, 5932, 5933, 5937, 5940, 5941, 5942, 5943, 5944, 5946, 5947, 5948, 5949, 5950,
      5963, 5964, 5965, 5966, 5967, 5969, 5970, 5971, 5972, 5973, 5978, 5992, 5993, 5994, 5995, 5996, 5997, 5998, 5999,
    ],
  },
  {
    id: "home",
    title: "categories-home",
    codes: [
      780, 1520, 1711, 1731, 1740, 1750, 1761, 1771, 1799, 5200, 5211, 5231, 5251, 5261, 5271, 5712, 5713, 5714, 5718,
      5719, 5722, 7210, 7211, 7216, 7217, 7251, 7342, 7349, 7622, 7623, 7629, 7631, 7641, 7692, 7699,
    ],
  },
  { id: "bills", title: "categories-bills", codes: [4812, 4813, 4814, 4815, 4821, 4900, 5983, 6513] },
  {
    id: "health",
    title: "categories-health",
    codes: [
      742, 5047, 5122, 5912, 5975, 5976, 5977, 7221, 7230, 7296, 7297, 7298, 7299, 8011, 8021, 8031, 8041, 8042, 8043,
      8049, 8050, 8062, 8071, 8099,
    ],
  },
  { id: "education", title: "categories-education", codes: [8211, 8220, 8241, 8244, 8249, 8299, 8351] },
  {
    id: "fun",
    title: "categories-fun",
    codes: [7273, 7832, 7911, 7922, 7929, 7932, 7933, 7941, 7991, 7992, 7996, 7997, 7998, 7999],
  },
  {
    id: "business",
    title: "categories-business",
    codes: [
      763, 2741, 2791, 2842, 4214, 4215, 4225, 5013, 5021, 5039, 5044, 5046, 5051, 5065, 5072, 5074, 5085, 5099, 5111,
      5169, 5172, 5192, 5193, 5198, 5199, 7276, 7277, 7278, 7321, 7322, 7332, 7333, 7338, 7339, 7361, 7392, 7393, 7394,
      7395, 7399, 8111, 8734, 8911, 8931, 8999,
    ],
  },
  {
    id: "money",
    title: "categories-money",
    codes: [
      4829, 5960, 6010, 6011, 6012, 6050, 6051, 6211, 6300, 6381, 6399, 6529, 6530, 6531, 6532, 6533, 6534, 6535, 6536,
      6537, 6538, 6539, 6540, 6611, 6760,
    ],
  },
  { id: "gambling", title: "categories-gambling", codes: [7800, 7801, 7802, 7995, 9406] },
  {
    id: "public",
    title: "categories-public",
    codes: [8398, 8641, 8651, 8661, 8675, 8699, 9211, 9222, 9223, 9311, 9399, 9402, 9405, 9700, 9702, 9950],
  },
] as const satisfies { id: string; title: string; codes: (number | [from: number, to: number])[] }[];

export type MerchantGroup = (typeof MERCHANT_GROUPS)[number];
export type MerchantGroupId = MerchantGroup["id"];

/** Every code of a group as the API writes codes: four digits, `"0742"`. In ascending order of the table. */
export function codesOf(group: MerchantGroup): string[] {
  return group.codes.flatMap((entry: number | readonly [number, number]) =>
    typeof entry === "number" ? [digits(entry)] : span(entry).map(digits),
  );
}

/** The group of a code (`"7311"`, `"742"`); undefined for codes in none of them and for anything that is no code. */
export const groupOfCode = (mcc: string): MerchantGroup | undefined => byCode.get(mcc.trim().padStart(4, "0"));

const span = ([from, to]: readonly [number, number]): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const digits = (code: number): string => String(code).padStart(4, "0");

const byCode = new Map(MERCHANT_GROUPS.flatMap((group) => codesOf(group).map((code) => [code, group] as const)));
