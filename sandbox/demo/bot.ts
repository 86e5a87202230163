import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";

export type BotOptions = {
  /** What `npm start` would find in its environment. */
  env: Record<string, string>;
  /** Where its log goes. */
  folder: string;
  /** Answers 200 when it is ready. */
  readyUrl: string;
  print: (line: string) => void;
  /** What to run; the bot itself unless given. */
  program?: string;
};

const MAIN = join(import.meta.dirname, "..", "..", "src", "main.ts");
const START_MS = 30_000;
const LONGEST_PAUSE_MS = 5_000;
const STOP_MS = 8_000;
const TAIL_LENGTH = 2_000;

/** The bot as a process of its own, so that it can be killed; started again whenever it dies. */
export function createBotProcess({ env, folder, readyUrl, print, program = MAIN }: BotOptions) {
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, "bot.log");
  const log = createWriteStream(logFile);
  let child: ChildProcess | undefined;
  let stopped = false;
  let offset = 0;
  let deaths = 0;
  let wasReady = false;
  /** What it printed last: the file may lag behind when the process ends. */
  let tail = "";

  function launch(): ChildProcess {
    const words = ["--import", new URL("./time.ts", import.meta.url).href, program];
    const started = spawn(process.execPath, words, {
      // Where no `.env` is: that one may be about real money.
      cwd: folder,
      // For the same reason nothing of the shell's environment but what a program needs to run.
      env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", DEMO_AHEAD_MS: String(offset), ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      // A Ctrl-C in the terminal is for the demo, which then stops things in order.
      detached: true,
    });
    for (const output of [started.stdout, started.stderr]) {
      output?.pipe(log, { end: false });
      output?.on("data", (chunk) => {
        tail = (tail + chunk).slice(-TAIL_LENGTH);
      });
    }
    started.once("exit", (code, signal) => {
      // Before it has ever been ready there is nothing to bring back: `start` tells.
      if (stopped || !wasReady) return;
      deaths += 1;
      print(`bot: died (${signal ?? `exit code ${code}`}; log: ${logFile}), starting it again`);
      setTimeout(restart, Math.min(200 * 2 ** deaths, LONGEST_PAUSE_MS));
    });
    return started;
  }

  async function restart(): Promise<void> {
    if (stopped) return;
    const at = Date.now();
    child = launch();
    if (await ready(child)) {
      deaths = 0;
      print(`bot: back after ${Date.now() - at} ms`);
    }
  }

  /** False when it has not become ready in time or has died. */
  async function ready(started: ChildProcess): Promise<boolean> {
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline && started.exitCode === null && started.signalCode === null && !stopped) {
      const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  return {
    logFile,

    /** Resolves when it answers on its readiness address; rejects with the end of the log. */
    async start(): Promise<void> {
      child = launch();
      const closed = once(child, "close");
      if (!(await ready(child))) {
        if (child.exitCode !== null) await closed;
        throw new Error(`the bot did not become ready; ${logFile} ends with:\n${tail.trimEnd()}`);
      }
      wasReady = true;
    },

    /** kill -9: no goodbye. */
    kill: () => void child?.kill("SIGKILL"),

    /** Moves the bot's time ahead with the rest of the world's. */
    advance(ms: number): void {
      offset += ms;
      if (child?.connected) child.send({ aheadMs: offset });
    },

    stop(): Promise<void> {
      stopped = true;
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
      return new Promise((resolve) => {
        const impatient = setTimeout(() => running.kill("SIGKILL"), STOP_MS);
        running.once("exit", () => {
          clearTimeout(impatient);
          resolve();
        });
        running.kill("SIGTERM");
      });
    },
  };
}

export type BotProcess = ReturnType<typeof createBotProcess>;
