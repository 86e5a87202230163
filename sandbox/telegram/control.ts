import type { IncomingMessage, ServerResponse } from "node:http";
import { serveEvents } from "./control-events.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Hands } from "./hands.ts";
import type { Journal } from "./journal.ts";
import { viewChat } from "./view.ts";
import type { World } from "./world.ts";

type Body = Record<string, unknown>;
type Handler = (body: Body, query: URLSearchParams) => unknown;

export type ControlDeps = {
  world: World;
  hands: Hands;
  journal: Journal;
  faults: Faults;
  reset: () => void;
};

class BadControl extends Error {}

const number = (body: Body, name: string): number => {
  const value = Number(body[name]);
  if (body[name] === undefined || !Number.isFinite(value)) throw new BadControl(`${name} must be a number`);
  return value;
};

const text = (body: Body, name: string): string => {
  const value = body[name];
  if (typeof value !== "string") throw new BadControl(`${name} must be a text`);
  return value;
};

const readJson = async (request: IncomingMessage): Promise<Body> => {
  let body = "";
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString("utf8");
  if (body === "") return {};
  // A page of another site may not send this type without asking first.
  if (!request.headers["content-type"]?.startsWith("application/json")) throw new BadControl("send application/json");
  const value: unknown = JSON.parse(body);
  if (typeof value !== "object" || value === null) throw new BadControl("send a JSON object");
  return value as Body;
};

const reply = (response: ServerResponse, status: number, value: unknown) => {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(value ?? { ok: true }));
};

const routes = ({ world, hands, journal, faults, reset }: ControlDeps): Record<string, Handler> => ({
  "GET /_emu/chat": (_, query) => viewChat(world, world.persons.ensure(Number(query.get("person")))),
  "POST /_emu/send": (body) => ({
    messageId: hands.say(number(body, "person"), text(body, "text")).message.message_id,
  }),
  "POST /_emu/press": (body) => {
    const at = [number(body, "messageId"), number(body, "row"), number(body, "column")] as const;
    return hands.press(number(body, "person"), ...at);
  },
  "POST /_emu/edit": (body) => hands.edit(number(body, "person"), number(body, "messageId"), text(body, "text")),
  "POST /_emu/delete": (body) => hands.remove(number(body, "person"), number(body, "messageId")),
  "POST /_emu/contact": (body) => void hands.shareContact(number(body, "person"), text(body, "phone")),
  "POST /_emu/person": (body) => {
    const person = world.persons.ensure(number(body, "id"));
    if (typeof body.name === "string") person.name = body.name;
    if (typeof body.language === "string") person.language = body.language;
    world.events.emit({ person: person.id, kind: "state" });
    return viewChat(world, person).person;
  },
  "POST /_emu/block": (body) => {
    hands.block(number(body, "person"), body.blocked !== false);
    world.events.emit({ person: number(body, "person"), kind: "state" });
  },
  "POST /_emu/reset": () => reset(),
  "POST /_emu/advance": async (body) => {
    await world.clock.advance(number(body, "ms"));
    return { now: world.clock.now() };
  },
  "GET /_emu/faults": () => faults.list(),
  "POST /_emu/faults": (body) => {
    if (body.clear === true) faults.clear();
    else faults.add(body as Fault);
    return faults.list();
  },
  "GET /_emu/journal": () => journal.list(),
  "GET /_emu/lint": () => journal.lint(),
});

const serveFile = (world: World, id: string, response: ServerResponse) => {
  const file = world.files.get(id);
  if (!file) return reply(response, 404, { error: "no such file" });
  const type = file.kind === "photo" ? file.upload.mime || "image/png" : "application/octet-stream";
  response.writeHead(200, {
    "content-type": type,
    "x-content-type-options": "nosniff",
    ...(file.kind === "document" && {
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.upload.name || "file")}`,
    }),
  });
  response.end(file.upload.bytes);
};

/** The control side, `/_emu/*`: a person's hands and eyes for a browser, time, faults, what the bot did. */
export const createControl = (deps: ControlDeps) => {
  const table = routes(deps);
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
    if (!local) return reply(response, 403, { error: "loopback only" });
    if (url.pathname === "/_emu/events") {
      return serveEvents(deps.world, Number(url.searchParams.get("person")), request, response);
    }
    if (url.pathname.startsWith("/_emu/file/")) return serveFile(deps.world, url.pathname.slice(11), response);
    const handler = table[`${request.method} ${url.pathname}`];
    if (!handler) return reply(response, 404, { error: "no such route" });
    try {
      reply(response, 200, await handler(await readJson(request), url.searchParams));
    } catch (error) {
      reply(response, 400, { error: error instanceof Error ? error.message : "bad request" });
    }
  };
};
