/**
 * Builds the extension: `node build.mjs` → dist/store/, `node build.mjs --dev` → dist/dev/.
 * The dev build differs by the loopback hosts that it may reach and by the dev-settings.json that it reads; nothing else.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const dev = process.argv.includes("--dev");
const flavour = dev ? "dev" : "store";
const out = path.join(root, "dist", flavour);
const generated = path.join(here, "generated", flavour);

/** Two imports of the wasm glue are two modules, so two instances: see background/engine.ts. */
const wasmInstances = {
  name: "wasm-instances",
  setup({ onResolve }) {
    onResolve({ filter: /^#wasm(\?\w+)?$/ }, ({ path: wanted }) => ({
      path: path.join(generated, "ucontact_wasm.js"),
      suffix: wanted.slice("#wasm".length),
    }));
  },
};

/**
 * Preact from its readable source, without its one way to set HTML: text is text in our pages, and nothing else can
 * come of a mistake. The stores' linter asks for the same.
 */
const readablePreact = {
  name: "readable-preact",
  setup({ onResolve, onLoad }) {
    const folder = path.join(here, "node_modules/preact");
    onResolve({ filter: /^preact(\/hooks|\/jsx-runtime)?$/ }, ({ path: wanted }) => ({
      path: path.join(folder, wanted.slice("preact".length), "src/index.js"),
    }));
    onLoad({ filter: /preact\/src\/diff\/index\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const [before, after, ...more] = source.split("dom.innerHTML = newHtml.__html;");
      if (after === undefined || more.length > 0) throw new Error("Preact sets HTML in another way now: look at it");
      return { contents: `${before}throw new TypeError("HTML is not set here");${after}`, loader: "js" };
    });
  },
};

/** What every frame of a page has to carry: a tenth of it would be indentation, blank lines, files' names and marks for bundlers. Lines and names stay. */
const flushLeft = {
  name: "flush-left",
  setup(options) {
    options.initialOptions.write = false;
    options.onEnd(async ({ outputFiles }) => {
      for (const { path: file, text } of outputFiles) {
        if (/`[^`\n]*\n/.test(text.replace(/`[^`\n]*`/g, ""))) throw new Error(`${file}: a text with lines of its own`);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text.replace(/^ *\/\/ \S+\n|^ +|\/\* @__PURE__ \*\/ |^\n/gm, ""));
      }
    });
  },
};

/** Not minified: stores and users can read what ships. */
const common = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  define: { DEV_BUILD: String(dev) },
  legalComments: "inline",
  loader: { ".css": "text" },
  logLevel: "warning",
  outdir: out,
  outbase: here,
  // Their targets know more of Unicode than esbuild believes.
  supported: { "regexp-unicode-property-escapes": true },
  plugins: [wasmInstances, readablePreact],
  target: ["chrome130", "firefox142"],
  treeShaking: true,
};

const LOOPBACK = ["http", "https"].flatMap((scheme) => [`${scheme}://127.0.0.1`, `${scheme}://localhost`]);

function manifestFor(manifest) {
  if (!dev) return manifest;
  const policy = manifest.content_security_policy.extension_pages;
  return {
    ...manifest,
    name: `${manifest.name} (dev)`,
    host_permissions: [...manifest.host_permissions, ...LOOPBACK.map((origin) => `${origin}/*`)],
    content_security_policy: {
      extension_pages: policy.replace(
        /connect-src [^;]*/,
        ["$&", ...LOOPBACK.map((origin) => `${origin}:*`)].join(" "),
      ),
    },
  };
}

/** Every file that the manifest names, as the browser would look for it. */
function* filesNamedIn(value) {
  if (typeof value === "string" && /^[\w/.-]+\.(js|html|png|css|json)$/.test(value)) yield value;
  else if (value && typeof value === "object") for (const part of Object.values(value)) yield* filesNamedIn(part);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({ ...common, entryPoints: ["content/main.ts"], format: "iife", plugins: [...common.plugins, flushLeft] });
await build({ ...common, entryPoints: ["content/layer.ts"], format: "iife" });
await build({
  ...common,
  entryPoints: [
    "background/main.ts",
    "popup/popup.tsx",
    "options/options.tsx",
    "options/diagnostics.tsx",
    "campaigns/campaigns.tsx",
    "test-call/test-call.tsx",
  ],
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "preact",
});

/** The pages and sheets of a folder. */
const pagesIn = async (folder) =>
  (await readdir(path.join(here, folder)))
    .filter((name) => /\.(html|css)$/.test(name))
    .map((name) => path.join(folder, name));

const folders = await Promise.all(["shared", "popup", "options", "campaigns", "test-call"].map(pagesIn));
const copies = ["_locales", "icons", "content/marks.css", ...folders.flat()];
for (const name of copies) await cp(path.join(here, name), path.join(out, name), { recursive: true });
await cp(path.join(generated, "ucontact_wasm_bg.wasm"), path.join(out, "wasm/ucontact.wasm"));
await cp(path.join(here, "generated/policy.schema.json"), path.join(out, "policy.schema.json"));
await cp(path.join(root, "LICENSE"), path.join(out, "LICENSE"));

const manifest = manifestFor(JSON.parse(await readFile(path.join(root, "manifest.json"), "utf8")));
await writeFile(path.join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
const missing = [...filesNamedIn(manifest)].filter((name) => !existsSync(path.join(out, name)));
if (missing.length > 0) throw new Error(`manifest.json names files that the build lacks: ${missing.join(", ")}`);
console.log(`dist/${flavour}: ${manifest.name} ${manifest.version}`);
