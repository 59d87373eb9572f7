import "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, saveSettings } from "../testing/background";
import { callEngine } from "../testing/engine";
import type { Question } from "../shared/attempts";

const desk = vi.hoisted(() => ({ open: vi.fn() }));
const FOUND = { e164: "+525512345678", ext: null, international: "+52 55 1234 5678" };
vi.mock("./call-desk", () => desk);
vi.mock("./engine", () => ({ callEngine, findNumbers: async () => [[FOUND]] }));

const QUESTION = { why: "plan", earlier: null, number: FOUND.e164, shown: FOUND.international, campaign: "Ventas->" };
const openPopup = vi.fn(async () => undefined);

let shortcuts: typeof import("./shortcuts");
let enter: (typed: string) => void;

beforeEach(async () => {
  freshBackground();
  await saveSettings();
  openPopup.mockClear();
  const silent = { addListener: () => undefined };
  Object.assign(chrome, {
    action: { openPopup },
    commands: { onCommand: silent },
    contextMenus: { onClicked: silent },
    omnibox: { onInputChanged: silent, onInputEntered: { addListener: (heard: typeof enter) => (enter = heard) } },
  });
  Object.assign(chrome.runtime, { onInstalled: silent });
  shortcuts = await import("./shortcuts");
  shortcuts.listenToBrowser(Promise.resolve());
});

async function type(opened: object): Promise<void> {
  desk.open.mockResolvedValue(opened);
  enter("55 1234 5678");
  await vi.waitFor(() => expect(openPopup).toHaveBeenCalled());
}

test("a question that no page can ask waits for the popup, which gets it once", async () => {
  await type({ how: "asks", question: QUESTION as Question });
  expect(shortcuts.takeQuestion()).toEqual(QUESTION);
  expect(shortcuts.takeQuestion()).toBeNull();
});

test("a call that was opened leaves no question", async () => {
  await type({ how: "opened", attempt: {} });
  expect(shortcuts.takeQuestion()).toBeNull();
});
