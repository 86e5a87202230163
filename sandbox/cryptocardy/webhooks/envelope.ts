import type { Json } from "../types.ts";
import type { Variants } from "../variants.ts";

export type Event = { id: string; type: string; createdAt: string | number; data: Json };

/** The body of a webhook request and the headers that belong to it, in the envelope that is switched on. */
export function envelope(event: Event, shape: Variants["envelope"]): { body: string; headers: Record<string, string> } {
  const head: Json = {
    ...((shape.id === "id" || shape.id === "event_id") && { [shape.id]: event.id }),
    [shape.type]: event.type,
    created_at: event.createdAt,
  };
  return {
    body: JSON.stringify(shape.shape === "flat" ? flat(event, head) : { ...head, ...content(event.data, shape) }),
    headers: shape.id === "header" ? { "webhook-id": event.id } : {},
  };
}

function content(data: Json, shape: Variants["envelope"]): Json {
  return { [shape.data]: shape.shape === "thin" ? { id: data.id } : data };
}

/** The object's fields beside the envelope's; where names collide the envelope's win and the object's are renamed. */
function flat(event: Event, head: Json): Json {
  const { id, type, ...rest } = event.data;
  const object = event.type.startsWith("3ds") ? "challenge" : event.type.split(".")[0];
  return {
    ...rest,
    ...("id" in head ? { [`${object}_id`]: id } : { id }),
    ...(type !== undefined && ("type" in head ? { [`${object}_type`]: type } : { type })),
    ...head,
  };
}
