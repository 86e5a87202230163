import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import { createTelegramEmulator, type EmulatorOptions } from "../../../sandbox/telegram/emulator.ts";

/** The parts of results and updates that tests look into. */
type Result = {
  message_id?: number;
  text?: string;
  entities?: object[];
  photo?: { file_id: string; width: number; height: number }[];
  document?: { file_id: string };
  file_path?: string;
};

export type Update = {
  update_id: number;
  message?: { message_id: number; text?: string; from: { id: number; language_code?: string } };
  callback_query?: { id: string; data: string };
};

export type Reply = {
  status: number;
  ok: boolean;
  result?: Result;
  description?: string;
  error_code?: number;
  parameters?: { retry_after?: number };
  headers: Headers;
};

const closeLater = (close: () => Promise<void>) => onTestFinished(close);

/** An emulator of this test's own; every result it gave must fit the published types, or the test fails. */
export const startTelegram = async (options: EmulatorOptions = {}) => {
  const emulator = await createTelegramEmulator({ limits: false, pollingQuirks: false, ...options });
  closeLater(async () => {
    await emulator.close();
    expect(emulator.lint().filter(({ problem }) => problem.startsWith("result of"))).toEqual([]);
  });
  const request = async (path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await fetch(emulator.url + path, init);
    const body = (await response.json()) as Omit<Reply, "status" | "headers">;
    return { status: response.status, headers: response.headers, ...body };
  };
  const call = (method: string, parameters: object = {}): Promise<Reply> =>
    request(`/bot${emulator.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
    });
  /** The refusal's text; fails the test when the call was granted. */
  const refusal = async (method: string, parameters: object = {}): Promise<string> => {
    const reply = await call(method, parameters);
    expect(reply.ok).toBe(false);
    expect(reply.status).toBe(reply.error_code);
    return reply.description ?? "";
  };
  const upload = (method: string, fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === "string") form.append(name, value);
      else form.append(name, value, "file.bin");
    }
    return request(`/bot${emulator.token}/${method}`, { method: "POST", body: form });
  };
  const updates = async (parameters: object = {}): Promise<Update[]> => {
    const { result } = await call("getUpdates", parameters);
    return (result as Update[] | undefined) ?? [];
  };
  return { ...emulator, request, call, refusal, upload, updates };
};

/** Ann, who has pressed Start; the update of that is confirmed. */
export const startWithAnn = async (options: EmulatorOptions = {}) => {
  const telegram = await startTelegram(options);
  const ann = telegram.person(5, { name: "Ann", language: "en" });
  await ann.send("/start");
  await telegram.call("getUpdates", { offset: -1 });
  const [update] = telegram.pendingUpdates();
  await telegram.call("getUpdates", { offset: (update?.update_id ?? 0) + 1 });
  return { ...telegram, ann };
};

type Received = { update: Update; headers: IncomingMessage["headers"]; at: number };
type Respond = (
  received: Received,
  count: number,
) => { status?: number; body?: string; headers?: Record<string, string> };

/** A bot's webhook: remembers what came and answers as told. */
export const startHook = async (respond: Respond = () => ({})) => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { update: JSON.parse(body), headers: request.headers, at: Date.now() };
    received.push(one);
    const answer = respond(one, received.length);
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
};
