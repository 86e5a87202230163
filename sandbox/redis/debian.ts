import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A server that was extracted from packages into a folder of ours. */
export type Extracted = { binary: string; libraries: string };

const run = promisify(execFile);
const PACKAGE = "redis-tools";
const TIMEOUT_MS = 120_000;

/** What an earlier start left in the folder. */
export function findExtracted(folder: string): Extracted | undefined {
  const binary = join(folder, "redis-server");
  return existsSync(binary) ? { binary, libraries: join(folder, "lib") } : undefined;
}

/**
 * Fetches Debian's Redis into a folder, without root and without changing anything in the system: packages are
 * downloaded and unpacked, nothing is installed or started. Throws where that is not possible (no Debian, no network).
 */
export async function fetchDebian(folder: string, env: NodeJS.ProcessEnv): Promise<Extracted> {
  const work = `${folder}.${process.pid}`;
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, "lib"), { recursive: true });
  const step = (command: string, ...words: string[]): Promise<{ stdout: string }> =>
    run(command, words, { cwd: work, env: { ...env, LC_ALL: "C" }, timeout: TIMEOUT_MS });
  try {
    await download(step, work, [PACKAGE, ...(await missingDependencies(step))]);
    for (const file of await filesIn(work, /\.deb$/)) await step("dpkg-deb", "-x", file, join(work, "root"));
    for (const file of await filesIn(join(work, "root"), /\.so(\.|$)/))
      await copyFile(file, join(work, "lib", basename(file)));
    // Debian ships one program under several names, and it is a server unless its name says otherwise.
    await copyFile(join(work, "root", "usr", "bin", "redis-check-rdb"), join(work, "redis-server"));
    await run(join(work, "redis-server"), ["--version"], { env: { ...env, LD_LIBRARY_PATH: join(work, "lib") } });
    for (const file of await filesIn(work, /\.deb$/)) await rm(file);
    await rm(join(work, "root"), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
  const extracted = findExtracted(folder);
  if (!extracted) throw new Error("the packages hold no Redis");
  return extracted;
}

type Step = (command: string, ...words: string[]) => Promise<{ stdout: string }>;

async function download(step: Step, work: string, packages: string[]): Promise<void> {
  try {
    await step("apt-get", "download", ...packages);
  } catch {
    // A fresh container knows no packages, and only root may tell it: so the lists are read into our folder.
    const own = ["-o", `Dir::State::lists=${join(work, "lists")}`, "-o", `Dir::Cache=${join(work, "cache")}`];
    await mkdir(join(work, "lists", "partial"), { recursive: true });
    await mkdir(join(work, "cache", "archives", "partial"), { recursive: true });
    await step("apt-get", ...own, "update");
    await step("apt-get", ...own, "download", ...packages);
    await rm(join(work, "lists"), { recursive: true });
    await rm(join(work, "cache"), { recursive: true });
  }
}

/** The libraries that the package needs and the system does not have. */
async function missingDependencies(step: Step): Promise<string[]> {
  const { stdout } = await step("apt-cache", "depends", PACKAGE).catch(() => ({ stdout: "" }));
  const names = [...stdout.matchAll(/^\s+Depends: ([a-z0-9.+-]+)$/gm)].flatMap(([, name]) => name ?? []);
  const missing: string[] = [];
  // The C library must be the system's own: the loader and it belong together.
  for (const name of names.filter((name) => name !== "libc6")) {
    const { stdout: status } = await step("dpkg", "-s", name).catch(() => ({ stdout: "" }));
    if (!/^Status: .* installed$/m.test(status)) missing.push(name);
  }
  return missing;
}

async function filesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => pattern.test(entry.name) && !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
