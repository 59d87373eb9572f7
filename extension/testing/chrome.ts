/** The browser's extension API for unit tests: what the code under test uses of it, kept in memory. Import it first. */
import { vi } from "vitest";

export const OWN_ID = "ndopojmndohkbbklnbpepbjaehmjpdag";
export const OWN_ORIGIN = `chrome-extension://${OWN_ID}`;

/** What the manifest asks for. */
const REQUIRED = ["https://*.ucontactcloud.com/*"];

type Script = chrome.scripting.RegisteredContentScript;

/** What the browser holds, for tests to prepare and to look at. */
export const browser = {
  session: {} as Record<string, unknown>,
  /** The match patterns of the hosts that the extension may reach. */
  permitted: new Set<string>(),
  /** The administrator's policy; null where there is none. */
  managed: null as object | null,
  scripts: [] as Script[],
  tabs: [] as { id: number; url: string }[],
  /** The tabs that content scripts were put into. */
  entered: [] as number[],
  /** The tabs that were sent a message. */
  told: [] as number[],
  /** The session rules for requests, by id. */
  rules: new Map<number, chrome.declarativeNetRequest.Rule>(),
  /** What the toolbar button was last told, by the name of the function. */
  action: {} as Record<string, unknown>,
  /** Areas of storage that content scripts can read, by name, as often as they were looked at. */
  exposedStorage: [] as string[],
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
};

/** Back to a browser that has just installed the extension. */
export function resetBrowser(): void {
  browser.session = {};
  sessionListeners.clear();
  permissionListeners.clear();
  browser.permitted = new Set();
  browser.managed = null;
  browser.scripts = [];
  browser.tabs = [];
  browser.entered = [];
  browser.told = [];
  browser.rules.clear();
  browser.action = {};
  browser.exposedStorage = [];
  browser.sendMessage.mockReset();
}

const permissionListeners = new Set<() => void>();
const sessionListeners = new Set<() => void>();

/** Changes the session's storage, and tells of it. */
function changeSession(change: () => void): void {
  change();
  sessionListeners.forEach((listener) => listener());
}

const session = {
  onChanged: { addListener: (listener: () => void) => void sessionListeners.add(listener) },
  get: async (keys: string | string[]) =>
    Object.fromEntries(Object.entries(browser.session).filter(([key]) => [keys].flat().includes(key))),
  clear: async () => changeSession(() => (browser.session = {})),
  set: async (items: object) => changeSession(() => Object.assign(browser.session, items)),
  remove: async (keys: string | string[]) =>
    changeSession(() => [keys].flat().forEach((key) => delete browser.session[key])),
};

/** As Firefox does where there is no policy. */
const managed = {
  get: async () => browser.managed ?? Promise.reject(new Error("Managed storage manifest not found")),
};

/** Every other area notes that it was looked at, and takes what it is given. */
const storage = new Proxy({ session, managed } as Record<string, object>, {
  get(areas, name: string) {
    if (!(name in areas)) browser.exposedStorage.push(name);
    return areas[name] ?? session;
  },
});

/** A call to the browser is answered by another process: others come in between. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const scripting = {
  async getRegisteredContentScripts({ ids }: { ids: string[] }) {
    await turn();
    return browser.scripts.filter(({ id }) => ids.includes(id));
  },
  async registerContentScripts(scripts: Script[]) {
    await turn();
    // As browsers do: an id can be registered once.
    if (scripts.some(({ id }) => browser.scripts.some((script) => script.id === id)))
      throw new Error("Duplicate script ID");
    browser.scripts.push(...scripts);
  },
  async updateContentScripts(scripts: Script[]) {
    await turn();
    const update = (script: Script): Script => scripts.find(({ id }) => id === script.id) ?? script;
    browser.scripts = browser.scripts.map(update);
  },
  async unregisterContentScripts({ ids }: { ids: string[] }) {
    await turn();
    if (!ids.every((id) => browser.scripts.some((script) => script.id === id)))
      throw new Error("Nonexistent script ID");
    browser.scripts = browser.scripts.filter(({ id }) => !ids.includes(id));
  },
  insertCSS: async () => undefined,
  executeScript: async ({ target }: { target: { tabId: number } }) => void browser.entered.push(target.tabId),
};

/** As far as tests need patterns: a scheme and a host, every port and path. */
const matches = (pattern: string, url: string): boolean =>
  pattern === `${new URL(url).protocol}//${new URL(url).hostname}/*`;

const tabs = {
  query: async ({ url }: { url?: string[] }) =>
    browser.tabs.filter((tab) => !url || url.some((pattern) => matches(pattern, tab.url))),
  sendMessage: async (id: number) => void browser.told.push(id),
};

const declarativeNetRequest = {
  async updateSessionRules({ removeRuleIds = [], addRules = [] }: chrome.declarativeNetRequest.UpdateRuleOptions) {
    await turn();
    removeRuleIds.forEach((id) => browser.rules.delete(id));
    // As browsers do: an id can be given once.
    if (addRules.some(({ id }) => browser.rules.has(id))) throw new Error("Duplicate rule ID");
    addRules.forEach((rule) => browser.rules.set(rule.id, rule));
  },
};

/** Notes what each of its functions was last given. */
const action = new Proxy({} as Record<string, unknown>, {
  get: (_, name: string) => async (details: unknown) => void (browser.action[name] = details),
});

globalThis.chrome = {
  action,
  i18n: { getMessage: (key: string) => key },
  runtime: {
    id: OWN_ID,
    getManifest: () => ({ host_permissions: REQUIRED }),
    getURL: (path: string) => new URL(path, `${OWN_ORIGIN}/`).href,
    sendMessage: (message: unknown) => browser.sendMessage(message),
  },
  permissions: {
    onRemoved: { addListener: (listener: () => void) => void permissionListeners.add(listener) },
    getAll: async () => ({ origins: [...REQUIRED, ...browser.permitted] }),
    remove: async ({ origins }: { origins: string[] }) => {
      // As browsers do.
      if (origins.some((origin) => REQUIRED.includes(origin)))
        throw new Error("You cannot remove required permissions.");
      for (const origin of origins) browser.permitted.delete(origin);
      permissionListeners.forEach((listener) => listener());
      return true;
    },
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => browser.permitted.has(origin)),
  },
  declarativeNetRequest,
  storage,
  scripting,
  tabs,
} as unknown as typeof chrome;

/** The window that pages listen on, as far as it takes events. */
const events = new EventTarget();
globalThis.addEventListener ??= events.addEventListener.bind(events);
globalThis.dispatchEvent ??= events.dispatchEvent.bind(events);
