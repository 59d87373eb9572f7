/** An administrator's policy for one browser, put where it looks for one and taken away again. */
import { generateKeyPairSync } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserName, chromiumId, executableOf, GECKO_ID, type Options, type Session } from "../browsers";

/** Debian's Chromium reads the machine's policies here and nowhere else. */
const CHROMIUM_POLICIES = "/etc/chromium/policies/managed";

const LONG_AGO = new Date("2020-01-01");

export interface Imposed {
  /** Where the policy holds, to launch with. */
  on: Pick<Options, "executable" | "key">;
  lift(): Promise<void>;
}

/** Why a policy can't be imposed on this machine; empty where it can. */
export function hindrance(name: BrowserName): string {
  if (name === "firefox") return "";
  if (process.getuid?.() !== 0) return `${CHROMIUM_POLICIES} takes an administrator to write to`;
  return existsSync("/etc/chromium") ? "" : "this Chromium isn't Debian's: its folder of policies is not known";
}

export const impose = (name: BrowserName, policy: object): Promise<Imposed> =>
  name === "chromium" ? imposeOnChromium(policy) : imposeOnFirefox(policy);

/** Waits for a policy that gives the agent: Chromium hands it over some seconds after an extension was installed. */
export async function policyArrives(session: Session): Promise<void> {
  const page = await session.openOwn("options/options.html");
  await page.waitForFunction(async () => "agent" in (await chrome.storage.managed.get()), {
    timeout: 20_000,
    polling: 200,
  });
  await page.close();
}

async function imposeOnChromium(policy: object): Promise<Imposed> {
  // The machine's policies hold in every Chromium on it: this one is for an extension that no other has.
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const id = chromiumId(key);
  await mkdir(CHROMIUM_POLICIES, { recursive: true });
  const file = path.join(CHROMIUM_POLICIES, `click-to-call-test-${id}.json`);
  await writeFile(file, JSON.stringify({ "3rdparty": { extensions: { [id]: policy } } }));
  // Chromium waits until policies have settled; these are old.
  for (const touched of [file, CHROMIUM_POLICIES]) await utimes(touched, LONG_AGO, LONG_AGO);
  return { on: { key }, lift: () => rm(file) };
}

/** Firefox looks beside its own binary: in a folder of links to it, the policies are ours. `others` are those of the browser itself. */
export async function imposeOnFirefox(policy: object, others: object = {}): Promise<Imposed> {
  const installed = path.dirname(await realpath(executableOf("firefox")));
  const binary = path.basename(await realpath(executableOf("firefox")));
  const folder = await mkdtemp(path.join(os.tmpdir(), "firefox-"));
  for (const entry of await readdir(installed)) {
    if (entry === "distribution" || entry === binary) continue;
    await symlink(path.join(installed, entry), path.join(folder, entry));
  }
  await cp(path.join(installed, binary), path.join(folder, binary));
  await mkdir(path.join(folder, "distribution"));
  const policies = { policies: { ...others, "3rdparty": { Extensions: { [GECKO_ID]: policy } } } };
  await writeFile(path.join(folder, "distribution/policies.json"), JSON.stringify(policies));
  return { on: { executable: path.join(folder, binary) }, lift: () => rm(folder, { recursive: true }) };
}
