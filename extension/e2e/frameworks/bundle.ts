/** The apps of `apps/` as pages, each with its framework inside: bundled when the tests run, with the frameworks' own checks. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { build, type Plugin } from "esbuild";

const APPS = path.join(import.meta.dirname, "apps");
const requireThere = createRequire(path.join(APPS, "any.js"));

/** React 19 is the extension's own, for the demo page; the folder here has React 18. */
const REACT_19 = Object.fromEntries(
  ["react", "react-dom"].map((name) => [name, path.resolve(import.meta.dirname, "../../node_modules", name)]),
);

interface App {
  entry: string;
  alias?: Record<string, string>;
}

const APP_OF = {
  "react-18": { entry: "react.jsx" },
  "react-19": { entry: "react.jsx", alias: REACT_19 },
  vue: { entry: "vue.js" },
  svelte: { entry: "svelte.js" },
  angular: { entry: "angular.js" },
  jquery: { entry: "jquery.js" },
} satisfies Record<string, App>;

export const FRAMEWORKS = Object.keys(APP_OF);

interface SvelteCompiler {
  compile(source: string, options: object): { js: { code: string } };
}

/** Svelte's components are compiled, by its own compiler. */
const svelte: Plugin = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => {
      const { compile } = requireThere("svelte/compiler") as SvelteCompiler;
      return { contents: compile(await readFile(filename, "utf8"), { filename, dev: true }).js.code };
    });
  },
};

/** A folder with `<framework>.html` for each. */
export async function bundlePages(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "click-to-call-frameworks-"));
  await Promise.all(Object.entries(APP_OF).map(([name, app]) => bundle(folder, name, app)));
  return folder;
}

async function bundle(folder: string, name: string, { entry, alias }: App): Promise<void> {
  await build({
    entryPoints: [path.join(APPS, entry)],
    outfile: path.join(folder, `${name}.js`),
    ...(alias && { alias }),
    bundle: true,
    // A framework's development build looks harder at what happens to its nodes.
    conditions: ["development", "browser"],
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    format: "esm",
    jsx: "transform",
    jsxFactory: "createElement",
    jsxFragment: "Fragment",
    logLevel: "error",
    plugins: [svelte],
    // Not the extension's own, which names Preact.
    tsconfigRaw: {},
  });
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"><div id="app"></div>`;
  await writeFile(path.join(folder, `${name}.html`), `${html}<script type="module" src="${name}.js"></script>`);
}
