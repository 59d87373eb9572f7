/** The source files that ship, for tests that hold all of them to a rule. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const EXTENSION = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const ROOT = path.dirname(EXTENSION);

const FOLDERS = ["background", "content", "shared", "popup", "options", "campaigns", "test-call"];

export interface Source {
  /** Such as `content/walk.ts`. */
  name: string;
  text: string;
}

/** Scripts, styles and pages, tests aside. */
export const shipped: Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(EXTENSION, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(EXTENSION, file), text: readFileSync(file, "utf8") })),
);

export const scripts = shipped.filter(({ name }) => /\.tsx?$/.test(name));

/** The code of a script without its comments, which may speak of anything. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[^]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

export const readJson = <T>(...names: string[]): T => JSON.parse(readFileSync(path.join(...names), "utf8")) as T;
