/** The React of the sandbox's demo page is what its README says: these packages, bundled by this command. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { EXTENSION, ROOT } from "./testing/shipped";

const SANDBOX = path.join(ROOT, "crates/ucontact-sandbox");
const VENDOR = path.join(SANDBOX, "pages/vendor");

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(path.join(EXTENSION, "node_modules", name, "package.json"), "utf8")) as { version: string })
    .version;

test("react.js is made from react.entry.js, byte for byte", { timeout: 30_000 }, async () => {
  const { outputFiles } = await build({
    absWorkingDir: VENDOR,
    entryPoints: ["react.entry.js"],
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    format: "esm",
    legalComments: "inline",
    minify: true,
    nodePaths: [path.join(EXTENSION, "node_modules")],
    write: false,
  });
  // Not `toBe`: a difference would print both, each of them 200 KB.
  expect(outputFiles[0]!.text === readFileSync(path.join(VENDOR, "react.js"), "utf8")).toBe(true);
});

test("the README names the versions that are installed", () => {
  const readme = readFileSync(path.join(SANDBOX, "README.md"), "utf8");
  expect(readme).toContain(`react ${versionOf("react")} and react-dom ${versionOf("react-dom")}`);
  expect(readme).toContain(`esbuild ${versionOf("esbuild")}`);
});
