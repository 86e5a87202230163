import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Api } from "./api.ts";
import { checkToken } from "./auth.ts";
import { ApiFailure } from "./failure.ts";
import { readParameters } from "./parameters.ts";
import type { World } from "./world.ts";

/** Serves what is not Telegram's, e.g. a chat page; answers true when it has taken the request. */
export type PageHook = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export type ServerDeps = {
  world: World;
  api: Api;
  control: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  page?: PageHook;
};

const writeAnswer = (response: ServerResponse, { status, body, retryAfter }: Answer) => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(text);
};

const failed = (code: number, description: string): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description },
});

const serveFile = (world: World, path: string, response: ServerResponse) => {
  const match = /^\/file\/bot([^/]*)\/(.+)$/.exec(path);
  try {
    checkToken(decodeURIComponent(match?.[1] ?? ""), world.options.token);
    const file = world.files.at(match?.[2] ?? "");
    if (!file) return writeAnswer(response, failed(404, "Not Found"));
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.upload.bytes.length });
    response.end(file.upload.bytes);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    writeAnswer(response, failed(error.code, error.message));
  }
};

/** The HTTP side: Bot API and its files, the control side, and the page hook. Listens on nothing yet. */
export const createServer = ({ world, api, control, page }: ServerDeps) => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://emulator");
    if (url.pathname.startsWith("/_emu/")) return control(request, response, url);
    if (url.pathname.startsWith("/file/bot")) return serveFile(world, url.pathname, response);
    if (!url.pathname.startsWith("/bot")) {
      if (page && (await page(request, response))) return;
      return writeAnswer(response, failed(404, "Not Found"));
    }
    const cut = new AbortController();
    response.on("close", () => cut.abort());
    const reply = await api.handle(url.pathname, () => readParameters(request, url.searchParams), cut.signal);
    if (reply === "cut") request.socket.destroy();
    else writeAnswer(response, reply);
  };

  const server: Server = createHttpServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      world.options.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (response.headersSent) response.destroy();
      else writeAnswer(response, failed(500, "Internal Server Error: the emulator failed"));
    });
  });

  return {
    /** Starts listening; resolves with the port. */
    listen: (port: number, host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
