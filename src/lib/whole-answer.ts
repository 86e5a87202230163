import type { IncomingHttpHeaders } from "node:http";

/** An HTTP answer with the whole of its body, as UTF-8. */
export type WholeAnswer = { status: number; headers: IncomingHttpHeaders; body: string };

type Controller = { abort(reason: Error): void };
type Handler = {
  onRequestStart(controller: Controller): void;
  onResponseStart(controller: Controller, status: number, headers: IncomingHttpHeaders): void;
  onResponseData(controller: Controller, chunk: Buffer): void;
  onResponseEnd(): void;
  onResponseError(controller: Controller, error: Error): void;
};
/** A dispatcher of undici. */
type Dispatcher<Options> = { dispatch(options: Options, handler: Handler): boolean };

/**
 * Sends a request over a dispatcher of undici and collects the answer: `request` of undici makes a stream of every
 * answer, which costs more than all the rest of it. `abandon` ends it, wherever it is; `answer` then rejects with the reason.
 */
export function askWhole<Options>(dispatcher: Dispatcher<Options>, options: Options) {
  const { promise: answer, resolve, reject } = Promise.withResolvers<WholeAnswer>();
  let controller: Controller | undefined;
  let given: Error | undefined;
  let status = 0;
  let headers: IncomingHttpHeaders = {};
  let chunks: Buffer[] = [];

  dispatcher.dispatch(options, {
    onRequestStart(started) {
      controller = started;
      chunks = [];
      // Abandoned while it waited for a connection.
      if (given) started.abort(given);
    },
    onResponseStart(_controller, code, received) {
      status = code;
      headers = received;
    },
    onResponseData: (_controller, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve({ status, headers, body: textOf(chunks) }),
    onResponseError: (_controller, error) => reject(error),
  });

  return {
    answer,
    abandon(reason: Error): void {
      given = reason;
      reject(reason);
      controller?.abort(reason);
    },
  };
}

/** Without the mark that some put before UTF-8. */
function textOf(chunks: Buffer[]): string {
  const [only] = chunks;
  const text = (only && chunks.length === 1 ? only : Buffer.concat(chunks)).toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
