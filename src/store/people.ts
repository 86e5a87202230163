import { keyOf, parseKey } from "./keys.ts";
import type { Person } from "./person.ts";
import { personCodec } from "./person-codec.ts";
import { createRecords, type StoreDeps } from "./records.ts";
import { scanKeys } from "./scan.ts";

export type People = ReturnType<typeof createPeople>;

export function createPeople(deps: StoreDeps) {
  const records = createRecords<Person>(deps, "person", personCodec);

  return {
    get: (id: number): Promise<Person | undefined> => records.read(id),

    /**
     * Changes a person, or makes one. `change` is pure and may run several times (another process may write in
     * between); undefined leaves everything as it is.
     */
    update: <Next extends Person | undefined>(
      id: number,
      change: (person: Person | undefined) => Next,
    ): Promise<Next> => records.change(id, change),

    /** Only the record itself; `store.wipe` deletes everything of a person. */
    delete: (id: number): Promise<void> => records.remove(id),

    /** Everybody whose record opens, in no order; somebody who changes meanwhile may come twice. */
    async *scan(): AsyncGenerator<Person> {
      for await (const keys of scanKeys(deps.redis, keyOf("person", "*"))) {
        const ids = keys.flatMap((key) => parseKey(key)?.id ?? []);
        const page = await Promise.all(ids.map((id) => records.readListed(id)));
        for (const person of page) if (person && person !== "unopened") yield person;
      }
    },
  };
}
