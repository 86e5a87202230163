import { type ChildProcess, spawn } from "node:child_process";
import { createServer, Socket } from "node:net";

/** How a private server is started: the binary, where its libraries are, and whether its data is to outlive it. */
export type ServerOptions = {
  binary: string;
  /** Folder with shared libraries of an extracted package. */
  libraries?: string;
  databases?: number;
  /** Folder for the append-only file; without it nothing is written to disk. */
  folder?: string;
};

export type Server = { url: string; close(): Promise<void> };

const ATTEMPTS = 5;
const READY_MS = 10_000;

// The server must not outlive us, not even after kill -9: then nobody is left to stop it. So a shell stands between,
// whose standard input is a pipe from us; when we die, however, the pipe ends, and it stops the server.
const GUARD = `exec 3<&0
"$@" </dev/null 3<&- &
server=$!
trap 'kill $server 2>/dev/null' TERM INT HUP
(while read -r _; do :; done <&3; kill $server 2>/dev/null) &
exec 3<&-
wait $server
wait $server`;

/** Starts a private server on a free port of 127.0.0.1 and waits until it accepts connections. */
export async function startServer(options: ServerOptions): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(options, await freePort());
    } catch (error) {
      // Somebody may have taken the port between our look and the server's bind.
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function startOnce(options: ServerOptions, port: number): Promise<Server> {
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--databases", String(options.databases ?? 16)];
  words.push("--daemonize", "no", "--save", "");
  if (options.folder) words.push("--dir", options.folder, "--appendonly", "yes", "--appendfsync", "everysec");
  const env = options.libraries ? { ...process.env, LD_LIBRARY_PATH: options.libraries } : process.env;
  const child = spawn("/bin/sh", ["-c", GUARD, "redis", options.binary, ...words], {
    stdio: ["pipe", "pipe", "pipe"],
    env,
    // Its own process group: a Ctrl-C in the terminal must reach us first, so that we can put things down in order.
    detached: true,
  });
  await ready(child);
  child.stdout.resume();
  child.stderr.resume();
  // It ends when we end, so it must not keep us from ending.
  child.unref();
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref();
  return { url: `redis://127.0.0.1:${port}`, close: () => stop(child) };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => end(new Error(`redis did not become ready: ${said.slice(-400)}`)), READY_MS);
    const end = (error?: Error): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.stdout?.removeAllListeners("data");
      if (!error) {
        resolve();
        return;
      }
      child.kill("SIGTERM");
      reject(error);
    };
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/ready to accept connections/i.test(said)) end();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", end);
    child.once("exit", () => end(new Error(`redis ended at once: ${said.slice(-400)}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  child.ref();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.stdin?.end();
  });
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
