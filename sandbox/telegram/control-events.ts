import type { IncomingMessage, ServerResponse } from "node:http";
import type { EyeEvent } from "./events.ts";
import { viewChat, viewMessage } from "./view.ts";
import type { World } from "./world.ts";

const payload = (world: World, event: EyeEvent): unknown => {
  switch (event.kind) {
    case "message":
    case "edited": {
      const stored = world.messages.find(event.person, event.messageId);
      return stored && viewMessage(stored);
    }
    case "deleted":
      return { id: event.messageId };
    case "typing":
      return { action: event.action };
    case "answered": {
      const { person, kind, ...answer } = event;
      return answer;
    }
    case "commands": {
      const { bot } = viewChat(world, world.persons.ensure(event.person));
      return { commands: bot.commands, menu: bot.menu };
    }
    case "state":
      return viewChat(world, world.persons.ensure(event.person));
  }
};

/** Server-sent events of one person's chat; starts with `state`, the whole visible chat. */
export const serveEvents = (world: World, person: number, request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    connection: "keep-alive",
  });
  const send = (event: EyeEvent) => {
    const data = payload(world, event);
    if (data !== undefined) response.write(`event: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  send({ person, kind: "state" });
  const deaf = world.events.listen((event) => {
    if (event.person === person) send(event);
  });
  const beat = setInterval(() => response.write(": still here\n\n"), 15_000);
  request.on("close", () => {
    clearInterval(beat);
    deaf();
  });
};
