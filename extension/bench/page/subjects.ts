/** What is measured side by side, each in a browser of its own: no extension, the bare walk, bare marks, ringcentral-c2d, and ours. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, type DevSettings, launch, launchPlain, type Session } from "../../e2e/browsers";
import { type Profiler, profilersOf } from "./profile";

const PACKAGES = path.resolve(import.meta.dirname, "../../../crates/phone-finder/bench/node_modules");

const SHEET = path.resolve(import.meta.dirname, "../../content/marks.css");

export type OtherName = "none" | "walk" | "ranges" | "c2d";
export type SubjectName = OtherName | "ours";

export interface Subject {
  name: SubjectName;
  browser: Browser;
  page: Page;
  profiler: Profiler;
  /** Another tab. */
  renew(): Promise<{ page: Page; profiler: Profiler }>;
  /** Of ours alone. */
  session?: Session;
  close(): Promise<void>;
}

interface Ways {
  /** Goes before the content script's own code. */
  probe?: string;
  idleMs?: number;
}

export async function openOurs(
  name: BrowserName,
  settings: DevSettings,
  { probe, idleMs }: Ways = {},
): Promise<Subject> {
  const session = await launch(name, settings, {
    ...(idleMs !== undefined && { idleMs }),
    ...(probe !== undefined && { prepare: (folder) => prepend(path.join(folder, "content/main.js"), probe) }),
  });
  return { ...(await subject("ours", name, session.browser)), session, close: session.close };
}

async function prepend(file: string, text: string): Promise<void> {
  await writeFile(file, `${text}\n${await readFile(file, "utf8")}`);
}

export async function openOther(name: BrowserName, which: OtherName): Promise<Subject> {
  const browser = await launchPlain(name);
  if (which === "none") return subject(which, name, browser);
  const folder = await mkdtemp(path.join(os.tmpdir(), "click-to-call-bench-"));
  await bundle(name, which, folder);
  await browser.installExtension(folder);
  const close = async (): Promise<void> => {
    await browser.close();
    await rm(folder, { recursive: true });
  };
  return { ...(await subject(which, name, browser)), close };
}

async function subject(which: SubjectName, name: BrowserName, browser: Browser): Promise<Subject> {
  const profile = await profilersOf(name, browser);
  const renew: Subject["renew"] = async () => {
    const page = await browser.newPage();
    return { page, profiler: await profile(page) };
  };
  return { name: which, browser, ...(await renew()), renew, close: () => browser.close() };
}

async function bundle(name: BrowserName, which: OtherName, folder: string): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, `${which}.mjs`)],
    outfile: path.join(folder, "content.js"),
    bundle: true,
    logLevel: "error",
    nodePaths: [PACKAGES],
  });
  const manifest = {
    manifest_version: 3,
    name: `bench: ${which}`,
    version: "1",
    // Before the page as ours is; ringcentral-c2d needs the page's head and body to begin with.
    content_scripts: [
      {
        matches: ["<all_urls>"],
        js: ["content.js"],
        css: which === "ranges" ? ["marks.css"] : [],
        run_at: which === "c2d" ? "document_end" : "document_start",
      },
    ],
    background:
      which !== "ranges"
        ? undefined
        : name === "chromium"
          ? { service_worker: "content.js" }
          : { scripts: ["content.js"] },
    host_permissions: ["<all_urls>"],
    browser_specific_settings: { gecko: { id: `${which}@bench.example` } },
  };
  await copyFile(SHEET, path.join(folder, "marks.css"));
  await writeFile(path.join(folder, "manifest.json"), JSON.stringify(manifest));
}
