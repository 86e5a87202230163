import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, because they wait. */
const FIRST = [
  "app/crashes",
  "app/several-killed",
  "browser/demo",
  "operations/unknown",
  "operations/crash",
  "operations/once",
  "browser/chat-page",
  "app/ways",
  "app/outages",
];

/** Without the durations of an earlier run vitest begins with the largest files, and those that wait are short. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = FIRST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found === -1 ? FIRST.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/redis.setup.ts"],
    pool: "forks",
    // More than there are cores: most of the time a test waits for somebody else's answer.
    maxWorkers: 6,
    sequence: { sequencer: LongestFirst },
    // A busy machine is no failure: what succeeds ends at once all the same.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
