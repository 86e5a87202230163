import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";

type FailureLog = { error(details: object, message: string): void };

const METHODS: HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const WORDS: Record<number, string> = {
  400: "bad_request",
  404: "not_found",
  405: "method_not_allowed",
  408: "timeout",
  413: "too_large",
  414: "too_large",
  415: "unsupported_media_type",
};

/** Answers a known path asked with a wrong method: 405, with the methods it does take. */
export function refuseOtherMethods(app: FastifyInstance, url: string, allowed: HTTPMethods[]): void {
  app.route({
    method: METHODS.filter((method) => !allowed.includes(method)),
    url,
    handler: async (_request, reply) => refuse(reply.header("allow", allowed.join(", ")), 405),
  });
}

export const onNotFound = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  refuse(reply, 404);

/**
 * Turns whatever was thrown into a short JSON answer. Neither the answer nor the log holds the message:
 * it may quote what was sent. The log gets the route's pattern, the class, the code and the frames.
 */
export function onFailure(log: FailureLog) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return refuse(reply, status);
    logFailure(log, request.routeOptions.url, error);
    return refuse(reply, 500);
  };
}

export function logFailure(log: FailureLog, route: string | undefined, error: Error & { code?: unknown }): void {
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) ?? [];
  log.error({ route, name: error.name, code: error.code, frames: frames.slice(0, 8) }, "a request failed");
}

export function refusalBody(status: number): string {
  const error = WORDS[status] ?? (status < 500 ? "refused" : "internal");
  return JSON.stringify({ success: false, error });
}

const refuse = (reply: FastifyReply, status: number): FastifyReply =>
  reply
    .code(status)
    .headers({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .send(refusalBody(status));
