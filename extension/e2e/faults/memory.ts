/** What a browser takes of this machine's memory, as Linux tells it. */
import { readdirSync, readFileSync } from "node:fs";

const PAGE_BYTES = 4096;
const SAMPLE_MS = 25;

/** Watches a process and all below it; `stop` tells how far their memory rose above where it began, in bytes. */
export function watchMemory(root: number): { stop(): number } {
  const before = memoryOf(root);
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(root))), SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      return Math.max(peak, memoryOf(root)) - before;
    },
  };
}

/** Resident bytes; what processes share counts for each. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    // The name of a process is in brackets and may hold anything.
    const parent = read(name, "stat").split(") ").at(-1)?.split(" ")[1];
    parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number | undefined): boolean => pid === root || (!!pid && isBelow(parents.get(pid)));
  const pages = [...parents.keys()].filter(isBelow).map((pid) => Number(read(String(pid), "statm").split(" ")[1] ?? 0));
  return pages.reduce((sum, some) => sum + some, 0) * PAGE_BYTES;
}

/** A process may end while it is looked at. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}
