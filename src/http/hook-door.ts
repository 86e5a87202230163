import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Answer, headersOf } from "./answer.ts";

type Receive = (request: { token: string; rawBody: Buffer; headers: IncomingMessage["headers"] }) => Promise<Answer>;

type Deps = {
  receiver: Receive;
  /** Told of what the receiver threw; gives the answer. */
  onFailure: (error: unknown) => Answer;
  longestBody: number;
  /** While the server closes everything goes the long way, which ends connections. */
  closing: () => boolean;
};

const PATH = /^\/hooks\/cryptocardy\/([\w-]{1,128})$/;

/**
 * The short way of an event to its receiver: a whole framework around it costs as much as signature and sealing together. Only
 * for requests with which nothing can be wrong but what the receiver judges: posted to a plain path, with a length
 * that is stated and allowed, to which node holds the sender. All others go to `others`, which has the same route.
 */
export function hookDoor({ receiver, onFailure, longestBody, closing }: Deps, others: RequestListener) {
  async function take(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await bodyOf(request);
    // The sender went away in the middle.
    if (!rawBody) return;
    const answer = await receiver({ token, rawBody, headers: request.headers }).catch(onFailure);
    response.writeHead(answer.status, { ...headersOf(answer), "content-length": Buffer.byteLength(answer.body) });
    response.end(answer.body);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const token = request.method === "POST" ? PATH.exec(request.url ?? "")?.[1] : undefined;
    const length = Number(request.headers["content-length"] ?? Number.NaN);
    if (token && length <= longestBody && !closing()) void take(token, request, response);
    else others(request, response);
  };
}

function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [only] = chunks;
      resolve(only && chunks.length === 1 ? only : Buffer.concat(chunks));
    });
    request.on("error", () => resolve(undefined));
  });
}
