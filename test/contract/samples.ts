import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A sample as the API's documentation prints it, or (under `variants/`) as the API may write it where the documentation is silent. */
export function sample(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.json`), "utf8");
}
