import { bins } from "../catalogue.ts";
import type { Core } from "../core.ts";
import { onlyParameters } from "../http/read.ts";
import { ok, type Route } from "../http/request.ts";

/** The BINs there are. */
export function binRoutes({ wire }: Core): Route[] {
  return [
    {
      method: "GET",
      path: "/bins",
      handler({ query }) {
        onlyParameters(query, []);
        return ok({ data: bins.map(wire.bin) });
      },
    },
  ];
}
