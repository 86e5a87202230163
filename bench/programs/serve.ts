import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const DONE = '{"success":true}';

/** A bare server of node: the whole body in, a status out. */
export function serve(handle: (path: string, rawBody: Buffer, headers: IncomingHttpHeaders) => Promise<number>): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const [first] = chunks;
      const rawBody = chunks.length === 1 && first ? first : Buffer.concat(chunks);
      const status = await handle(request.url ?? "", rawBody, request.headers).catch(() => 500);
      response.writeHead(status, { "content-type": "application/json", "content-length": DONE.length });
      response.end(DONE);
    });
  });
  listen(server);
}

/** Prints its port and ends on SIGTERM. */
export function listen(server: Server): void {
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
  process.once("SIGTERM", () => process.exit(0));
}
