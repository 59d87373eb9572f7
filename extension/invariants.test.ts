/** Rules that hold for all that ships; each stands in ARCHITECTURE.md too. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readJson, ROOT, scripts, shipped, withoutComments } from "./testing/shipped";

const manifest = readJson<chrome.runtime.ManifestV3 & Record<string, unknown>>(ROOT, "manifest.json");

/** The files whose code, comments aside, says something. */
const saying = (pattern: RegExp): string[] =>
  scripts.filter(({ text }) => pattern.test(withoutComments(text))).map(({ name }) => name);

/** What a file imports, types aside, as paths from extension/. */
function importsOf({ name, text }: (typeof scripts)[number]): string[] {
  const specifiers = [
    ...text.replace(/^import type [^;]*;/gm, "").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g),
  ].map(([, specifier]) => specifier!);
  return specifiers
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => path.join(path.dirname(name), specifier));
}

/** A file's imports, and theirs. */
function reachedFrom(name: string, reached = new Set<string>()): Set<string> {
  const source = scripts.find((script) => script.name.replace(/\.tsx?$/, "") === name.replace(/\.tsx?$/, ""));
  if (!source || reached.has(source.name)) return reached;
  reached.add(source.name);
  importsOf(source).forEach((imported) => reachedFrom(imported, reached));
  return reached;
}

test("the sources are found", () => {
  expect(scripts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["background/main.ts", "content/main.ts", "popup/popup.tsx", "shared/browser.ts"]),
  );
  expect(reachedFrom("content/main.ts").size).toBeGreaterThan(5);
});

test("only shared/browser.ts names the browser's API", () => {
  // The types of @types/chrome, such as `chrome.runtime.MessageSender`, ship nothing.
  const named = scripts.filter(({ text }) =>
    /\b(?:chrome|browser)\b(?!\/)/.test(
      withoutComments(text)
        .replace(/"[^"\n]*"/g, '""')
        .replace(/:\s*chrome\.[\w.]+/g, ""),
    ),
  );
  expect(named.map(({ name }) => name)).toEqual(["shared/browser.ts"]);
});

describe("a content script", () => {
  const [always, onDemand] = [reachedFrom("content/main.ts"), reachedFrom("content/layer.ts")];
  const reached = [...new Set([...always, ...onDemand])];

  test("is made of content/ and shared/ alone", () => {
    expect(reached.filter((name) => !/^(content|shared)\//.test(name))).toEqual([]);
  });

  test("and the layer that comes to it have nothing in common that has a state: each would have its own", () => {
    const common = [...always].filter((name) => onDemand.has(name)).sort();
    expect(common).toEqual([
      "content/composed.ts",
      "content/packed.ts",
      "content/parts.ts",
      "shared/browser.ts",
      "shared/messages.ts",
    ]);
  });

  test("never imports the wasm module, a library or a page's pieces", () => {
    const foreign = /from "(?!\.)|import\("|from "\.\.\/shared\/(ui|page|step-button)"/;
    expect(saying(foreign).filter((name) => reached.includes(name))).toEqual([]);
  });

  test("knows no token", () => {
    expect(saying(/\btoken\b/i).filter((name) => name.startsWith("content/"))).toEqual([]);
  });
});

test("only background/policy.ts reads the administrator's policy", () => {
  expect(saying(/\bstorage\s*\.\s*managed\b/)).toEqual(["background/policy.ts"]);
});

test("the pages reach the background by messages alone", () => {
  const reached = [
    ...reachedFrom("popup/popup.tsx"),
    ...reachedFrom("options/options.tsx"),
    ...reachedFrom("options/diagnostics.tsx"),
    ...reachedFrom("test-call/test-call.tsx"),
  ];
  expect(reached.filter((name) => /^(background|content)\//.test(name))).toEqual([]);
});

describe("nothing that ships uses", () => {
  test.each([
    [
      "storage that content scripts can read",
      /\bstorage\s*\.\s*(local|sync)\b|\bmanaged\s*\.\s*set\b|\blocalStorage\b|\bsessionStorage\b/,
    ],
    [
      "HTML from text",
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|setHTMLUnsafe)\b|document\s*\.\s*write/,
    ],
    ["code from text", /\beval\b|\bnew Function\b|\bFunction\(|set(?:Timeout|Interval)\(\s*["'`]/],
    [
      "messages that a page could send or read",
      /\bpostMessage\b|\bonMessageExternal\b|\bonConnectExternal\b|\bBroadcastChannel\b|addEventListener\(\s*"message"/,
    ],
    ["windows of its own", /\bwindow\s*\.\s*open\b/],
    ["addresses on the web", /["'`]wss?:\/\/|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bimportScripts\b/],
  ])("%s", (_, pattern) => expect(saying(pattern)).toEqual([]));

  test("the network but to read its own files", () => {
    const fetching = scripts.flatMap(({ name, text }) =>
      [...withoutComments(text).matchAll(/\bfetch\(([^\n]{0,20})/g)].map(([, what]) => `${name}: ${what}`),
    );
    expect(fetching.filter((call) => !call.includes("api.runtime.getURL"))).toEqual([]);
    expect(fetching.length).toBeGreaterThan(0);
  });
});

describe("the pages", () => {
  const pages = shipped.filter(({ name }) => name.endsWith(".html"));

  test("are these", () =>
    expect(pages.map(({ name }) => name).sort()).toEqual([
      "campaigns/campaigns.html",
      "options/diagnostics.html",
      "options/options.html",
      "popup/popup.html",
      "test-call/test-call.html",
    ]));

  test.each(pages)("$name loads files of its own and holds no code", ({ text }) => {
    expect(text).not.toMatch(/https?:|\/\/|\son\w+=|javascript:|<style|style=/i);
    expect(text.match(/<script\b[^>]*>([^]*?)<\/script>/g)).toEqual([
      expect.stringMatching(/^<script type="module" src="[\w-]+\.js"><\/script>$/),
    ]);
  });

  test("no style sheet loads anything", () => {
    const sheets = shipped.filter(({ name }) => name.endsWith(".css"));
    expect(sheets.length).toBeGreaterThan(3);
    expect(sheets.filter(({ text }) => /url\(|@import/.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

describe("the manifest", () => {
  test("asks for exactly what features need", () => {
    expect(manifest.permissions).toEqual([
      "storage",
      "scripting",
      "declarativeNetRequestWithHostAccess",
      "contextMenus",
    ]);
    expect(manifest.host_permissions).toEqual(["https://*.ucontactcloud.com/*"]);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  test("lets no page and no other extension in", () => {
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  test("allows no code but the package's", () => {
    const policies = manifest.content_security_policy as Record<string, string>;
    expect(Object.keys(policies)).toEqual(["extension_pages"]);
    const directives = policies["extension_pages"]!.split("; ");
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(directives).toContain("connect-src 'self' https://*.ucontactcloud.com");
    expect(policies["extension_pages"]).not.toMatch(/'unsafe-|http:|data:|blob:/);
  });

  test("tells truthfully that nothing is collected", () => {
    expect(manifest["browser_specific_settings"]).toMatchObject({
      gecko: { data_collection_permissions: { required: ["none"] } },
    });
  });
});
