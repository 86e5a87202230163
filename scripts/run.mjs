// Runs one of our TypeScript programs on the pinned Node.js, after installing what is missing.
// Plain JavaScript without dependencies, because it must start on any Node.js >= 18 in a fresh clone.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runtime = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const stampFile = join(root, "node_modules", ".installed");

const [program, ...args] = process.argv.slice(2);
if (!program) {
  console.error("usage: node scripts/run.mjs <program.ts> [arguments]");
  process.exit(2);
}

installIfNeeded();
run();

/** Installs when the lock file changed since the last install, so that a second start touches nothing. */
function installIfNeeded() {
  const stamp = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(runtime) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  const started = Date.now();
  console.error("Installing npm packages and the pinned Node.js …");
  // Not `npm ci`: it refuses a lock file without the optional packages of platforms that were not at hand when it was made.
  npm("install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error");
  if (!existsSync(runtime)) npm("rebuild", "node", "--loglevel=error");
  if (!existsSync(runtime)) {
    console.error("The pinned Node.js did not arrive: npm may be set to ignore install scripts. Try: npm rebuild node");
    process.exit(1);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  console.error(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function npm(...words) {
  // npm sets npm_execpath for scripts; going through it avoids a shell on Windows.
  const cli = process.env.npm_execpath;
  const [command, first] = cli ? [process.execPath, [cli]] : ["npm", []];
  const { status, error } = spawnSync(command, [...first, ...words], { cwd: root, stdio: "inherit" });
  if (error || status !== 0) {
    console.error(`npm ${words[0]} failed${error ? `: ${error.message}` : ""}`);
    process.exit(status || 1);
  }
}

/** Signals reach the child through the process group or are passed on here; its end is ours. */
function run() {
  const child = spawn(runtime, [join(root, program), ...args], { stdio: "inherit", cwd: root });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithoutNpm(child);
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * A signal to npm alone ends npm, perhaps its shell, and reaches nobody else: what they leave behind must not run on.
 * Whoever started npm may go, as a terminal does.
 */
function stopWithoutNpm(child) {
  const begun = npmAndShell();
  const watch = setInterval(() => {
    if (npmAndShell() === begun) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 250);
  watch.unref();
}

/** Who stands above this process as far as npm: npm itself, or a shell and npm above it (which only Linux tells). */
function npmAndShell() {
  const { ppid } = process;
  try {
    const [, name, above] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${ppid}/stat`, "utf8")) ?? [];
    return /^(?:ba|da|a|k|z)?sh$/.test(name) ? `${ppid} ${above}` : `${ppid}`;
  } catch {
    return `${ppid}`;
  }
}
