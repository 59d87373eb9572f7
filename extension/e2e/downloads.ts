/** What the browser saves: a folder for one file of cases, and what comes into it. */
import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { pause } from "./stage";

/** The folder to launch browsers with; it is gone after the cases. */
export function downloadsFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "click-to-call-downloads-"));
  afterAll(() => rm(folder, { recursive: true }));
  return folder;
}

/** The text of the file that is saved there, and takes it away: the browser that comes next finds nothing. */
export async function savedIn(folder: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    // Firefox writes into a file of another name at first, and Chromium into one that ends otherwise.
    const name = (await readdir(folder)).find((name) => /^click-to-call.*\.(json|csv)$/.test(name));
    const text = name ? await readFile(path.join(folder, name), "utf8") : "";
    // All of our files end with a line's end: this one is whole.
    if (name && text.endsWith("\n")) {
      await rm(path.join(folder, name));
      return text;
    }
    await pause(50);
  }
  throw new Error("nothing was saved");
}
