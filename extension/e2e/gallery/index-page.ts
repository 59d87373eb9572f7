/** The page to look through the pictures with. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { View } from "./views";

export interface Picture {
  view: string;
  file: string;
  /** What is seen in it. */
  said: string;
}

export async function writeIndex(folder: string, views: View[], pictures: Picture[]): Promise<void> {
  const sections = views.flatMap(({ name }) => {
    const shown = pictures.filter(({ view }) => view === name);
    return shown.length > 0 ? [`<h2 id="${name}">${name}</h2>\n<div>${shown.map(figure).join("\n")}</div>`] : [];
  });
  const html = `<!doctype html>
<meta charset="utf-8" />
<title>Click to Call: gallery</title>
<style>
  body { margin: 24px; background: #8a9396; font: 14px/1.4 system-ui, sans-serif; }
  div { display: flex; flex-wrap: wrap; align-items: start; gap: 16px; }
  figure { margin: 0; }
  img { max-inline-size: 640px; max-block-size: 640px; }
</style>
<h1>${pictures.length} pictures</h1>
${sections.join("\n")}
`;
  await writeFile(path.join(folder, "index.html"), html);
}

const figure = ({ file, said }: Picture): string =>
  `<figure><figcaption>${said}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt="" /></a></figure>`;
