import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";

const FOLDER = import.meta.dirname;
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

const HEADERS = {
  // What a bot sends ends up in this page: nothing in it may run or call home, even if a bug let it in.
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
};

/**
 * Serves the chat page's files. Answers whether the request was for one of them; a request for anything else is left alone.
 * Every file is known by name beforehand, so no path can lead out of the folder.
 */
export function createPage(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => extname(name) in TYPES);
  const known = new Set(names.map((name) => `/${name.replaceAll("\\", "/")}`));

  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const name = path === "/" ? "/index.html" : path;
    if ((request.method !== "GET" && request.method !== "HEAD") || !known.has(name)) return false;
    response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[extname(name)] });
    response.end(request.method === "HEAD" ? undefined : readFileSync(join(FOLDER, name)));
    return true;
  };
}
