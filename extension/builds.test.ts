/** What the two builds hold, read from dist/. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Settings } from "./generated/types";
import { EXTENSION, readJson, ROOT } from "./testing/shipped";

type Flavour = "store" | "dev";
type Manifest = chrome.runtime.ManifestV3 & { content_security_policy: { extension_pages: string } };

const folderOf = (flavour: Flavour): string => path.join(ROOT, "dist", flavour);
const manifestOf = (flavour: Flavour): Manifest => readJson(folderOf(flavour), "manifest.json");
/** One byte, one character: the same for texts and for wasm. */
const read = (flavour: Flavour, name: string): string => readFileSync(path.join(folderOf(flavour), name), "latin1");

const filesOf = (flavour: Flavour): string[] =>
  readdirSync(folderOf(flavour), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folderOf(flavour), path.join(entry.parentPath, entry.name)))
    .sort();

const isLocale = (name: string): boolean => name.startsWith("_locales/");
const isScript = (name: string): boolean => name.endsWith(".js");

beforeAll(() => {
  const missing = (["store", "dev"] as const).filter(
    (flavour) => !existsSync(path.join(folderOf(flavour), "manifest.json")),
  );
  const commands = missing.map((flavour) => (flavour === "dev" ? "./build.sh build --dev" : "./build.sh build"));
  if (missing.length > 0) throw new Error(`dist/${missing.join(", dist/")} is missing: run ${commands.join(" and ")}`);
});

/** The engine of a build, from the very bytes that ship. */
async function engineOf(flavour: Flavour): Promise<typeof import("#wasm")> {
  const glue = path.join(EXTENSION, "generated", flavour, "ucontact_wasm.js");
  const engine = (await import(/* @vite-ignore */ glue)) as typeof import("#wasm");
  engine.initSync({ module: readFileSync(path.join(folderOf(flavour), "wasm/ucontact.wasm")) });
  return engine;
}

describe("of the dev build's doors the store's has none", () => {
  const holding = (flavour: Flavour, word: string): string[] =>
    filesOf(flavour).filter((name) => !isLocale(name) && read(flavour, name).includes(word));

  test.each(["dev-settings", "devSettings", "instance_url", "127.0.0.1", "localhost"])("%s", (word) => {
    expect(holding("store", word)).toEqual([]);
    // A word that the dev build doesn't hold either would prove nothing.
    expect(holding("dev", word)).not.toEqual([]);
  });

  test.each(["http://127.0.0.1:8787", "http://localhost:8787", "http://[::1]:8787", "https://127.0.0.1:8787"])(
    "an instance at %s is one for the dev build alone",
    async (instance) => {
      const faultsOf = (engine: typeof import("#wasm")) =>
        engine
          .settingsFaults({ ...engine.defaultSettings(), instance } satisfies Settings, null)
          .map(({ field }) => field);
      const [store, dev] = [await engineOf("store"), await engineOf("dev")];
      expect(store.instanceOrigin(instance)).toBeUndefined();
      expect(faultsOf(store)).toContain("instance");
      expect(dev.instanceOrigin(instance)).toBe(instance);
      expect(faultsOf(dev)).not.toContain("instance");
    },
  );

  test("what is left is the name of a rule that nothing there can break, and its text", () => {
    const speaking = filesOf("store").filter((name) => /loopback(?!_?url)/i.test(read("store", name)));
    expect(speaking.filter((name) => !isLocale(name))).toEqual([]);
    for (const locale of filesOf("store").filter(isLocale)) {
      const texts = readJson<Record<string, { message: string }>>(folderOf("store"), locale);
      const keys = Object.keys(texts).filter((key) => /127\.|localhost|loopback/i.test(texts[key]!.message));
      expect(
        keys.filter((key) => key !== "rule_loopback_url"),
        locale,
      ).toEqual([]);
    }
  });
});

describe("the manifests", () => {
  test("of the store's build is the one in the project", () => {
    expect(manifestOf("store")).toEqual(readJson(ROOT, "manifest.json"));
  });

  test("differ by the name and the loopback hosts that the dev build may reach", () => {
    const [store, dev] = [manifestOf("store"), manifestOf("dev")];
    const policy = store.content_security_policy.extension_pages;
    const loopback = ["http://127.0.0.1", "http://localhost", "https://127.0.0.1", "https://localhost"];
    expect(dev).toEqual({
      ...store,
      name: `${store.name} (dev)`,
      host_permissions: [...store.host_permissions!, ...loopback.map((origin) => `${origin}/*`)],
      content_security_policy: {
        extension_pages: policy.replace(
          "connect-src 'self' https://*.ucontactcloud.com;",
          `connect-src 'self' https://*.ucontactcloud.com ${loopback.map((origin) => `${origin}:*`).join(" ")};`,
        ),
      },
    });
  });
});

test("both builds hold the same files", () => {
  expect(filesOf("dev")).toEqual(filesOf("store"));
});

describe.each(["store", "dev"] as const)("dist/%s", (flavour) => {
  test("holds every file that the manifest names", () => {
    const named = JSON.stringify(manifestOf(flavour)).match(/(?<=")[\w/.-]+\.(js|html|png|css|json)(?=")/g);
    expect(named).toEqual(expect.arrayContaining(["background/main.js", "popup/popup.html", "icons/128.png"]));
    expect(filesOf(flavour)).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  test("holds every file that its pages name", () => {
    for (const page of filesOf(flavour).filter((name) => name.endsWith(".html"))) {
      const named = [...read(flavour, page).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
      expect(named.length).toBeGreaterThan(1);
      expect(filesOf(flavour)).toEqual(
        expect.arrayContaining(named.map((file) => path.join(path.dirname(page), file))),
      );
    }
  });

  test("holds every file that its scripts name", () => {
    const code = filesOf(flavour)
      .filter(isScript)
      .map((name) => read(flavour, name))
      .join("\n");
    const named = [...code.matchAll(/"((?:content|wasm|icons)\/[\w./-]+)"/g)].map(([, file]) => file!);
    expect(named).toEqual(expect.arrayContaining(["content/main.js", "content/marks.css", "wasm/ucontact.wasm"]));
    expect(filesOf(flavour)).toEqual(expect.arrayContaining(named));
  });

  test("holds what an extension is made of and nothing else", () => {
    expect(filesOf(flavour).filter((name) => !/\.(js|css|html|png|svg|json|wasm)$|^LICENSE$/.test(name))).toEqual([]);
    expect(filesOf(flavour).filter((name) => /\.test\.|\.map$|dev-settings/.test(name))).toEqual([]);
  });

  test("names no folder of the machine that built it", () => {
    const local = [ROOT, `${homedir()}/`, process.env["CARGO_HOME"], "/home/", "/Users/", ".cargo/", "registry/src"];
    // What a panic says is there: without it the test would prove nothing.
    expect(read(flavour, "wasm/ucontact.wasm")).toMatch(/\bcrates\/.+\.rs/);
    for (const name of filesOf(flavour))
      expect(
        local.filter((folder) => folder && folder !== "/" && read(flavour, name).includes(folder)),
        name,
      ).toEqual([]);
  });

  test("has scripts that people can read", () => {
    for (const name of filesOf(flavour).filter(isScript)) {
      const lines = read(flavour, name).split("\n");
      expect(lines.join("").length / lines.length, name).toBeLessThan(60);
    }
  });

  test("has a content script that weighs little where nobody needs more of it", () => {
    expect(read(flavour, "content/main.js").length).toBeLessThanOrEqual(30_000);
  });

  test("has scripts that make neither HTML nor code of text, libraries' own included", () => {
    const unsafe =
      /\.(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML\(|document\.write|\beval\(|new Function\(|\bpostMessage\(/;
    expect(filesOf(flavour).filter((name) => isScript(name) && unsafe.test(read(flavour, name)))).toEqual([]);
  });

  test("has one instance of the wasm glue for calls and one for finding", () => {
    expect(read(flavour, "background/main.js").match(/^function initSync\d*\(/gm)).toHaveLength(2);
    for (const name of filesOf(flavour).filter(isScript)) {
      expect(read(flavour, name).includes("WebAssembly"), name).toBe(name === "background/main.js");
    }
  });
});
