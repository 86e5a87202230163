import { createRecords, type StoreDeps } from "./records.ts";

/** The message that is a person's screen; `name` says what it shows. */
export type ScreenRecord = { messageId: number; name?: string };

export type Screens = ReturnType<typeof createScreens>;

export function createScreens(deps: StoreDeps) {
  const records = createRecords<ScreenRecord>(deps, "screen");
  return {
    get: (userId: number): Promise<ScreenRecord | undefined> => records.read(userId),
    put: (userId: number, screen: ScreenRecord): Promise<void> => records.write(userId, screen),
    remove: (userId: number): Promise<void> => records.remove(userId),
  };
}
