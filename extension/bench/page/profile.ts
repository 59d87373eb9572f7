/**
 * What a page's main thread did, sample by sample: whether a script of an extension was on the stack. In Chromium by the
 * page's own profiler, in Firefox by the browser's, which a privileged page starts; both tell the file of every function.
 */
import type { Browser, CDPSession, Page } from "puppeteer-core";
import type { BrowserName } from "../../e2e/browsers";
import { openPrivileged } from "../../e2e/gecko";
import { pause } from "../../e2e/stage";

export interface Sample {
  /** In milliseconds from the first sample. */
  at: number;
  ms: number;
  /** Of a content script. */
  ours: boolean;
}

export interface Profiler {
  start(): Promise<void>;
  stop(): Promise<Sample[]>;
  /**
   * What is held after a collection, in bytes: in Chromium by all scripts of the page's process, to be compared with a
   * page without the extension; in Firefox by content scripts.
   */
  memory(): Promise<number>;
}

const EVERY_MS = 0.2;

/** In one piece if nothing else came between for longer than this. */
const GAP_MS = 1;

export const scriptMs = (samples: Sample[]): number =>
  samples.reduce((sum, { ours, ms }) => (ours ? sum + ms : sum), 0);

/** The longest time that a content script held the thread for, what it made the browser do included. */
export function longestMs(samples: Sample[]): number {
  let [longest, held, end] = [0, 0, -Infinity];
  for (const { at, ms, ours } of samples) {
    if (!ours) continue;
    held = at - end <= GAP_MS ? held + ms : ms;
    end = at + ms;
    longest = Math.max(longest, held);
  }
  return longest;
}

export async function profilersOf(name: BrowserName, browser: Browser): Promise<(page: Page) => Promise<Profiler>> {
  if (name === "chromium") return inChromium;
  const firefox = await inFirefox(browser);
  return async () => firefox;
}

async function inChromium(page: Page): Promise<Profiler> {
  const cdp = await page.createCDPSession();
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: EVERY_MS * 1000 });
  return {
    start: () => cdp.send("Profiler.start"),
    stop: () => stopChromium(cdp),
    async memory() {
      await cdp.send("HeapProfiler.collectGarbage");
      return (await cdp.send("Runtime.getHeapUsage")).usedSize;
    },
  };
}

async function stopChromium(cdp: CDPSession): Promise<Sample[]> {
  const { nodes, samples = [], timeDeltas = [] } = (await cdp.send("Profiler.stop")).profile;
  const ours = new Set<number>();
  // Parents come before their children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.startsWith("chrome-extension://")) ours.add(id);
    if (ours.has(id)) children.forEach((child) => ours.add(child));
  }
  let at = 0;
  return samples.map((node, index) => {
    at += (timeDeltas[index] ?? 0) / 1000;
    // A sample stands for the time until the next one.
    return { at, ms: (timeDeltas[index + 1] ?? 0) / 1000, ours: ours.has(node) };
  });
}

async function inFirefox(browser: Browser): Promise<Profiler> {
  const page = await openPrivileged(browser);
  return {
    async start() {
      await page.evaluate(startGecko, EVERY_MS);
      // The other processes hear of it a little later.
      await pause(300);
    },
    stop: () => page.evaluate(stopGecko),
    memory: () => page.evaluate(weighGecko),
  };
}

// --- what runs in the privileged page: no name from outside of each function ---

interface Gecko {
  Cc: Record<string, { getService(kind: unknown): Reporters }>;
  Ci: Record<string, unknown>;
  Services: {
    profiler: {
      StartProfiler(entries: number, interval: number, features: string[], threads: string[]): Promise<void>;
      StopProfiler(): Promise<void>;
      getProfileDataAsync(): Promise<GeckoProfile>;
    };
  };
}

interface Reporters {
  minimizeMemoryUsage(done: () => void): void;
  getReports(
    each: (process: string, path: string, kind: number, units: number, amount: number) => void,
    data: null,
    done: () => void,
    doneData: null,
    anonymize: boolean,
  ): void;
}

interface GeckoProfile {
  processes: GeckoProfile[];
  threads: GeckoThread[];
}

interface GeckoThread {
  processType: string;
  name: string;
  samples: { schema: Record<string, number>; data: (number | null)[][] };
  stackTable: { schema: Record<string, number>; data: (number | null)[][] };
  frameTable: { schema: Record<string, number>; data: (number | null)[][] };
  stringTable: string[];
}

async function startGecko(interval: number): Promise<void> {
  const { profiler } = (globalThis as unknown as Gecko).Services;
  await profiler.StartProfiler(4_000_000, interval, ["js"], ["GeckoMain"]);
}

async function stopGecko(): Promise<Sample[]> {
  const { profiler } = (globalThis as unknown as Gecko).Services;
  const profile = await profiler.getProfileDataAsync();
  await profiler.StopProfiler();
  const threads = profile.processes
    .flatMap((process) => process.threads)
    .filter(({ processType }) => processType === "tab");
  const read = threads.map(({ samples, stackTable, frameTable, stringTable }) => {
    const ours = stackTable.data.map(() => false);
    stackTable.data.forEach((row, stack) => {
      const [prefix, frame] = [row[stackTable.schema.prefix!], row[stackTable.schema.frame!]!];
      const location = stringTable[frameTable.data[frame]![frameTable.schema.location!]!]!;
      // The extension's own process aside: its scripts are the background's, and its folder another.
      const isContent = /moz-extension:\/\/[^/]+\/content/.test(location);
      ours[stack] = isContent || (typeof prefix === "number" && ours[prefix]!);
    });
    const rows = samples.data.map((row) => ({
      at: row[samples.schema.time!]!,
      ours: ours[row[samples.schema.stack!] ?? -1] ?? false,
    }));
    return rows.map(({ at, ours }, index) => ({ at, ours, ms: (rows[index + 1]?.at ?? at) - at }));
  });
  // Other pages' processes are asleep.
  return (
    read.sort((one, other) => other.filter(({ ours }) => ours).length - one.filter(({ ours }) => ours).length)[0] ?? []
  );
}

/** The zones that content scripts live in: all that is in them is counted. */
async function weighGecko(): Promise<number> {
  const { Cc, Ci } = globalThis as unknown as Gecko;
  const reporters = Cc["@mozilla.org/memory-reporter-manager;1"]!.getService(Ci.nsIMemoryReporterManager);
  await new Promise<void>((resolve) => reporters.minimizeMemoryUsage(resolve));
  const reports: [where: string, bytes: number][] = [];
  await new Promise<void>((resolve) => {
    reporters.getReports(
      (process, path, _, units, amount) => {
        if (process.startsWith("web") && units === 0) reports.push([`${process}/${path}`, amount]);
      },
      null,
      resolve,
      null,
      false,
    );
  });
  const zones = new Set(reports.flatMap(([where]) => /^(.*zone\(0x\w+\))\/.*Content Script/.exec(where)?.[1] ?? []));
  return reports
    .filter(([where]) => zones.has(/^.*zone\(0x\w+\)/.exec(where)?.[0] ?? ""))
    .reduce((sum, [, bytes]) => sum + bytes, 0);
}
