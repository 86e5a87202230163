import { EventEmitter } from "node:events";

/** What a person's eyes can notice. `messageId` names the message concerned; the rest belongs to the kind. */
export type EyeEvent =
  | { person: number; kind: "message" | "edited" | "deleted"; messageId: number }
  | { person: number; kind: "typing"; action: string }
  | {
      person: number;
      kind: "answered";
      callbackId: string;
      text?: string;
      alert: boolean;
      url?: string;
      expired?: true;
    }
  | { person: number; kind: "commands" | "state" };

/** Tells listeners what changes in the chats; a listener is removed by the function it gets. */
export const createEvents = () => {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    emit: (event: EyeEvent) => void emitter.emit("event", event),
    listen: (listener: (event: EyeEvent) => void): (() => void) => {
      emitter.on("event", listener);
      return () => void emitter.off("event", listener);
    },
  };
};

export type Events = ReturnType<typeof createEvents>;
