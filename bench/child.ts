import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const STOP_MS = 10_000;

export type Child = ReturnType<typeof startChild>;

/**
 * One of our programs in a process of its own. Extra flags for node come from BENCH_NODE_FLAGS (`--cpu-prof`).
 * It is killed when this process ends, whatever happens.
 */
export function startChild(program: string, env: Record<string, string> = {}) {
  const flags = process.env.BENCH_NODE_FLAGS?.split(" ").filter(Boolean) ?? [];
  const child = spawn(process.execPath, [...flags, join(ROOT, program)], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));

  return {
    /** The first line that it prints. */
    firstLine: (): Promise<string> => firstLine(child, program),

    /** Nobody reads what it prints. */
    mute: (): void => void child.stdout?.resume(),

    /** Milliseconds of processor time used so far; NaN where the system does not tell. */
    cpuMs(): number {
      try {
        const [, fields = ""] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ");
        const [user, system] = fields.split(" ").slice(11, 13).map(Number);
        return ((user ?? 0) + (system ?? 0)) * 10;
      } catch {
        return Number.NaN;
      }
    },

    /** Asks it to stop, and does not ask twice. */
    async stop(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      const timer = setTimeout(kill, STOP_MS);
      child.kill("SIGTERM");
      await gone;
      clearTimeout(timer);
    },
  };
}

function firstLine(child: ChildProcess, program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code}`)));
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("\n")) resolve(said.slice(0, said.indexOf("\n")));
    });
  });
}

/** A program that prints its port when it listens. */
export async function startServer(program: string, env: Record<string, string> = {}) {
  const child = startChild(program, env);
  const port = Number(await child.firstLine());
  return { ...child, url: `http://127.0.0.1:${port}` };
}
