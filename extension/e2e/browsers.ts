/** Starts a real browser with the dev build in a fresh profile, set up by dev-settings.json and in no other way. */
import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CampaignSet, DialPlan, PageSettings } from "../generated/types";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const GECKO_ID = "click-to-call@ucontact.example";
/** Firefox gives each profile a random origin for an extension; a preference fixes it. */
const GECKO_ORIGIN_ID = "3f1c2f6a-6a0f-4c57-9a52-0d6a5e1c7b11";

/** By the system's settings: its colours, or forced ones, or more contrast. */
export type Scheme = "light" | "dark" | "forced" | "contrast";

export type BrowserName = "chromium" | "firefox";

export interface DevSettings {
  instance_url: string;
  token: string;
  agent: string;
  extension: string;
  context: string;
  campaigns: { name: string; caller_id: string; more_caller_ids?: string[] }[];
  campaign_sets?: CampaignSet[];
  default_region: string;
  sites: string[];
  cancel_seconds: number;
  /** What is missing has its default. */
  dial_plan?: Partial<DialPlan>;
  pages?: Partial<PageSettings>;
}

export interface Session {
  name: BrowserName;
  browser: Browser;
  /** The browser's name for the extension. */
  id: string;
  /** The origin of the extension's own pages. */
  extensionOrigin: string;
  newPage(url: string): Promise<Page>;
  /** Opens a page of the extension itself, such as `popup/popup.html`, in a tab. */
  openOwn(path: string): Promise<Page>;
  /** Installs the next version of the extension over the one that runs. */
  update(): Promise<void>;
  /** Ends the browser as a crash does: nothing is told or tidied up. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface Options {
  headless?: boolean;
  lang?: string;
  /** Forced colours are Firefox' alone; Chromium can be told later. */
  scheme?: Scheme;
  /** The agent asked for less motion. */
  stillness?: boolean;
  /** The sandbox's doors have one that nobody knows: it is trusted (PEM). They are addresses: no name is found any more. */
  certificate?: string;
  /** After how long Firefox ends an idle background. */
  idleMs?: number;
  /** The browser's binary, where it isn't the machine's own. */
  executable?: string;
  /** Another key in the manifest: by that, Chromium takes it for another extension. */
  key?: string;
  /** The folder that downloads go to. */
  downloads?: string;
  /** The room that Firefox gives all sites together, in KiB; Chromium's is set while it runs. */
  roomKiB?: number;
  /** The folder of a profile that outlives the browser. */
  profile?: string;
  /** Changes the copy of the build before the browser loads it. */
  prepare?: (folder: string) => Promise<void>;
}

/** Launches the browser with the extension; without settings it is a first run. */
export async function launch(name: BrowserName, settings: DevSettings | null, options: Options = {}): Promise<Session> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "click-to-call-"));
  await cp(path.join(ROOT, "dist/dev"), folder, { recursive: true });
  if (settings) await writeFile(path.join(folder, "dev-settings.json"), JSON.stringify(settings));
  if (options.key) await editManifest(folder, () => ({ key: options.key! }));
  await options.prepare?.(folder);
  const browser = await (name === "chromium" ? launchChromium(options) : launchFirefox(options));
  const id = await browser.installExtension(folder);
  const extensionOrigin = name === "chromium" ? `chrome-extension://${id}` : `moz-extension://${GECKO_ORIGIN_ID}`;
  return {
    name,
    browser,
    id,
    extensionOrigin,
    async newPage(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: "load" });
      return page;
    },
    async openOwn(file) {
      const page = await browser.newPage();
      const url = `${extensionOrigin}/${file}`;
      // Firefox opens the page and never reports that it has loaded.
      if (name === "firefox") void page.goto(url).catch(() => undefined);
      else await page.goto(url);
      await waitUntilDrawn(page, url);
      return page;
    },
    async update() {
      await editManifest(folder, ({ version }) => ({
        version: version.replace(/\d+$/, (last) => String(Number(last) + 1)),
      }));
      await browser.installExtension(folder);
    },
    async kill() {
      const dead = once(browser.process()!, "exit");
      browser.process()!.kill("SIGKILL");
      await dead;
      await rm(folder, { recursive: true, force: true });
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Manifest {
  key: string;
  version: string;
}

async function editManifest(folder: string, edit: (manifest: Manifest) => Partial<Manifest>): Promise<void> {
  const file = path.join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as Manifest;
  await writeFile(file, JSON.stringify({ ...manifest, ...edit(manifest) }));
}

/** Chromium's name for the extension with a key: half of its hash, in letters. */
export function chromiumId(key: string): string {
  const hash = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

/** The same browser without the extension, to compare with. */
export function launchPlain(name: BrowserName): Promise<Browser> {
  return name === "chromium" ? launchChromium({}) : launchFirefox({});
}

async function waitUntilDrawn(page: Page, url: string): Promise<void> {
  const drawn = (wanted: string): boolean =>
    location.href === wanted &&
    document.querySelector("form, section") !== null &&
    !document.querySelector("[aria-busy]");
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(drawn, url).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} was not drawn`);
}

function launchChromium({
  headless = true,
  lang = "en-US",
  scheme = "light",
  stillness = false,
  certificate,
  executable,
  downloads,
  profile,
}: Options): Promise<Browser> {
  const args = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    `--lang=${lang}`,
    "--window-size=1280,900",
    ...(scheme === "dark" ? ["--force-dark-mode"] : []),
    ...(stillness ? ["--force-prefers-reduced-motion"] : []),
    ...(certificate ? [`--ignore-certificate-errors-spki-list=${fingerprint(certificate)}`] : []),
    ...(certificate ? ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"] : []),
    // The kernel's sandbox refuses root, which is what containers run as.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  return puppeteer.launch({
    executablePath: executable ?? executableOf("chromium"),
    headless,
    pipe: true,
    enableExtensions: true,
    ...(profile !== undefined && { userDataDir: profile }),
    ...(downloads && { downloadBehavior: { policy: "allow", downloadPath: downloads } }),
    defaultViewport: headless ? { width: 1280, height: 860 } : null,
    env: { ...process.env, LANGUAGE: lang },
    args,
  });
}

/** Of a certificate's key, as Chromium wants it. */
function fingerprint(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}

function launchFirefox({
  headless = true,
  lang = "en-US",
  scheme = "light",
  stillness = false,
  certificate,
  idleMs,
  executable,
  downloads,
  roomKiB,
  profile,
}: Options): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    // Firefox has nothing finer.
    acceptInsecureCerts: certificate !== undefined,
    executablePath: executable ?? executableOf("firefox"),
    headless,
    defaultViewport: headless ? { width: 1280, height: 860 } : null,
    ...(profile !== undefined && { userDataDir: profile }),
    // Lets the tests navigate to the pages of the extension.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...(downloads && { "browser.download.folderList": 2, "browser.download.dir": downloads }),
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: GECKO_ORIGIN_ID }),
      ...(idleMs !== undefined && { "extensions.background.idle.timeout": idleMs }),
      ...(roomKiB !== undefined && { "dom.quotaManager.temporaryStorage.fixedLimit": roomKiB }),
      "ui.prefersReducedMotion": Number(stillness),
      ...(certificate !== undefined && { "network.dns.disabled": true }),
      "intl.locale.requested": lang,
      "intl.accept_languages": lang,
      "layout.css.prefers-color-scheme.content-override": scheme === "light" || scheme === "contrast" ? 1 : 0,
      ...(scheme === "forced" && FORCED_COLOURS),
      ...(scheme === "contrast" && MORE_CONTRAST),
    },
  });
}

/** Light on dark, as most contrast themes are. */
const FORCED_COLOURS = {
  "browser.anchor_color": "#ffff00",
  "browser.anchor_color.dark": "#ffff00",
  "browser.display.document_color_use": 2,
  "browser.display.foreground_color": "#ffffff",
  "browser.display.background_color": "#000000",
  "browser.display.foreground_color.dark": "#ffffff",
  "browser.display.background_color.dark": "#000000",
};

/** A system theme for accessibility, in black and white, and the page's own colours nevertheless. */
const MORE_CONTRAST = { "ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 1 };

const PLACES: Record<BrowserName, [variable: string, places: string[]]> = {
  chromium: ["CHROMIUM", ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]],
  firefox: ["FIREFOX", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]],
};

/** The browser of this machine. */
export function executableOf(name: BrowserName): string {
  const [variable, places] = PLACES[name];
  const found = process.env[variable] ?? places.find((place) => existsSync(place));
  if (!found) throw new Error(`no browser at ${places.join(", ")}; name one with ${variable}=`);
  return found;
}
