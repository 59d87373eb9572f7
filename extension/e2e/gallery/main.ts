/** The gallery: a picture of every view in every look, `./build.sh gallery [WORD…]`; with words, of the views named so. */
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { pause } from "../stage";
import { type Picture, writeIndex } from "./index-page";
import { dress, type Launch, LAUNCHES } from "./looks";
import { Stand } from "./stand";
import { byWorld, type View, VIEWS } from "./views";

const FOLDER = path.resolve(import.meta.dirname, process.env.GALLERY ?? "../../../dist/gallery");
/** Longer than any transition. */
const STILL_MS = 200;

const words = process.argv.slice(2);
const wanted = VIEWS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const views = byWorld(wanted);

const pictures: Picture[] = [];
const failures: string[] = [];

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
for (const launch of LAUNCHES) await takeAll(launch);
await writeIndex(FOLDER, VIEWS, pictures);
console.log(`${pictures.length} pictures in ${path.join(FOLDER, "index.html")}`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function takeAll(launch: Launch): Promise<void> {
  const stand = await Stand.build(launch);
  for (const view of views) {
    await take(stand, launch, view).catch((error: unknown) => {
      failures.push(`${view.name} in ${launch.browser}, ${launch.lang}, ${launch.scheme}: ${String(error)}`);
    });
    await stand.leave(view);
  }
  await stand.close();
}

async function take(stand: Stand, { browser, lang, looks }: Launch, view: View): Promise<void> {
  const page = await stand.open(view);
  if (!page) return;
  for (const look of looks) {
    const file = `${view.name}.${browser}.${lang}.${look.name}.png`;
    await dress(page, look, view.opens, view.of !== "window");
    await pause(STILL_MS);
    await shoot(page, view.of, path.join(FOLDER, file) as `${string}.png`);
    pictures.push({ view: view.name, file, said: `${browser}, ${lang}, ${look.name}` });
  }
}

async function shoot(page: Page, of: string | undefined, file: `${string}.png`): Promise<void> {
  if (of === "window") await page.screenshot({ path: file });
  else await (await page.$(of ?? "body"))!.screenshot({ path: file });
}
