import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/redis.setup.ts"],
    pool: "forks",
    // More than there are cores: most of the time a test waits for somebody else's answer.
    maxWorkers: 6,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A busy machine is no failure: a poll that succeeds ends at once all the same.
    expect: { poll: { timeout: 10_000 } },
  },
});
