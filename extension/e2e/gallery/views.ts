/** Every view of the extension in every state that it can be in, by the tables of each place. A new one is one entry there. */
import type { Page } from "puppeteer-core";
import type { Entry } from "../../shared/attempts";
import type { Fault, Sandbox } from "../sandbox";
import { OPTIONS } from "./of-options";
import { PAGES } from "./of-pages";
import { POPUP } from "./of-popup";
import { SITES } from "./on-sites";
import type { World } from "./worlds";

export interface View {
  name: string;
  world: World;
  /** A page of the extension (`popup/popup.html`), of the sandbox (`/crm/contacts`) or of this folder (`./names.html`). */
  opens: string;
  /** The page in the tab before it. */
  behind?: string;
  /** Nothing is marked on that page: its site is not enabled. */
  unmarked?: true;
  /** What the journal holds. */
  calls?: () => Entry[];
  /** What goes wrong at uContact. */
  fault?: Fault;
  /** Brings the page into its state. */
  act?: (page: Page, sandbox: Sandbox) => Promise<void>;
  /** What of the page is its picture: an element, or what the window shows; the whole page if left out. */
  of?: string;
  /** Something goes on in it that would reach into the next view. */
  lasts?: true;
}

export const VIEWS: View[] = [...POPUP, ...OPTIONS, ...PAGES, ...SITES];

/** Those of one world one after the other: each takes a browser of its own. */
export const byWorld = (views: View[]): View[] => views.toSorted((a, b) => a.world.localeCompare(b.world));

/** Those that are pages of the extension itself, each once: what is cut out of one is in the whole. */
export const ownPages = (): View[] => VIEWS.filter(({ opens, of, act }) => /^\w/.test(opens) && (act || !of));
