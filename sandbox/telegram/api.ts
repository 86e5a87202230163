import { checkToken, readPath } from "./auth.ts";
import { ApiFailure } from "./failure.ts";
import type { CallFault, Faults } from "./faults.ts";
import { type Entry, type Journal, recorded } from "./journal.ts";
import type { Lint } from "./lint.ts";
import { findMethod } from "./methods/index.ts";
import type { Outcome, Parts } from "./methods/method.ts";
import type { Parameters } from "./parameters.ts";

export type Answer = { status: number; body: Record<string, unknown>; retryAfter?: number };
/** Either an answer, or the order to cut the connection without one. */
export type Reply = Answer | "cut";

const ok = ({ result, description }: Outcome): Answer => ({
  status: 200,
  body: { ok: true, result, ...(description !== undefined && { description }) },
});

const refusal = (failure: ApiFailure): Answer => ({
  status: failure.code,
  body: {
    ok: false,
    error_code: failure.code,
    description: failure.message,
    ...(failure.retryAfter !== undefined && { parameters: { retry_after: failure.retryAfter } }),
  },
  ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }),
});

/** The Bot API without its transport: a path and parameters in, an answer out; every call is written down. */
export const createApi = (deps: { parts: Parts; journal: Journal; faults: Faults; lint: Lint }) => {
  const { parts, journal, faults, lint } = deps;
  const { world } = parts;

  const run = async (name: string, parameters: Parameters, cut: AbortSignal): Promise<Answer> => {
    try {
      const method = findMethod(name);
      if (method) return ok(await method.run(parameters, parts, cut));
      if (lint.knows(name)) throw new ApiFailure(501, `Not Implemented: emulator has no ${name}`);
      throw new ApiFailure(404, "Not Found: method not found");
    } catch (error) {
      if (error instanceof ApiFailure) return refusal(error);
      world.options.warn(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return refusal(new ApiFailure(500, "Internal Server Error: the emulator failed"));
    }
  };

  const withFault = async (fault: CallFault | undefined, answer: () => Promise<Answer>): Promise<Reply> => {
    switch (fault?.kind) {
      case "error": {
        const text =
          fault.description ??
          (fault.code === 429 ? `Too Many Requests: retry after ${fault.retryAfter ?? 1}` : "Internal Server Error");
        return refusal(new ApiFailure(fault.code, text, fault.retryAfter ?? (fault.code === 429 ? 1 : undefined)));
      }
      case "delay":
        await world.clock.sleep(fault.ms);
        return answer();
      case "drop-before":
        return "cut";
      case "drop-after":
        await answer();
        return "cut";
      default:
        return answer();
    }
  };

  /** Runs one method by name, e.g. one that stood in a webhook's answer. */
  const call = async (name: string, parameters: Parameters, cut: AbortSignal): Promise<Reply> => {
    const canonical = findMethod(name)?.name ?? name;
    const fault = faults.forCall(canonical, parameters.integer("chat_id"));
    const entry: Entry = {
      at: world.clock.now(),
      method: canonical,
      parameters: recorded(parameters),
      ...(fault && { fault: fault.kind }),
      lint: lint.request(canonical, parameters),
    };
    journal.add(entry);
    const reply = await withFault(fault, async () => {
      const answer = await run(canonical, parameters, cut);
      const { description, result } = answer.body;
      entry.answer = { status: answer.status, result, ...(typeof description === "string" && { description }) };
      if (answer.status === 200) entry.lint.push(...lint.result(canonical, result));
      if (answer.status >= 500) entry.red = true;
      return answer;
    });
    if (reply !== "cut" && !entry.answer)
      entry.answer = { status: reply.status, description: String(reply.body.description) };
    return reply;
  };

  return {
    call,
    /** Answers a request to `/bot<token>/<method>`; `read` is called only when the token is right. */
    handle: async (path: string, read: () => Promise<Parameters>, cut: AbortSignal): Promise<Reply> => {
      try {
        const target = readPath(path);
        if (!target) throw new ApiFailure(404, "Not Found");
        checkToken(target.token, world.options.token);
        return await call(target.method, await read(), cut);
      } catch (error) {
        if (error instanceof ApiFailure) return refusal(error);
        throw error;
      }
    },
  };
};

export type Api = ReturnType<typeof createApi>;
