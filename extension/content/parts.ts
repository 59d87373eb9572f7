/**
 * A frame's two scripts, and what each offers the other. `main.ts` is in every frame of an enabled site and stays small;
 * `layer.ts`, all that the agent sees and presses, comes with the first number. They are bundled apart, so what has a state is
 * offered here and never imported by both.
 */
import type { FoundNumber } from "../generated/types";
import type { TabMessage, Wording } from "../shared/messages";
import type { Callable } from "./callable";
import type { Mark } from "./marks";

/** The page as `main.ts` knows it. */
export interface Page {
  /** Takes the layer in. */
  welcome(layer: Layer): void;
  /** The numbers in text and links. */
  callables(): Callable[];
  /** The numbers that a text has a part in. */
  marksOn(node: Node): Mark[];
  /** What a link calls. */
  linkOf(element: Element): Callable | undefined;
  /** Draws a number stronger, or none. */
  point(range: AbstractRange | undefined): void;
  roots(): ShadowRoot[];
  rootOf(host: Element): ShadowRoot | undefined;
  /** Whether the page's numbers are underlined, and so get clicks themselves. */
  isUnderlined(): boolean;
  isLeftAlone(node: Node): boolean;
  isExcluded(element: Element): boolean;
  mayHoldNumber(text: string): boolean;
  numbersIn(texts: string[], wording: Wording): Promise<FoundNumber[][]>;
  /** Whether the agent has not said that it is none. */
  isWanted(number: FoundNumber): boolean;
}

/** Gives shadow roots the sheet of marks, where this browser needs that, and takes it back. */
export interface Wardrobe {
  dress(root: ShadowRoot): void;
  undress(root: ShadowRoot): void;
}

/** What `layer.ts` draws and says. */
export interface Layer extends Wardrobe {
  /** Begins to listen, until the signal. */
  start(until: AbortSignal): void;
  /** Takes the button away: what it was shown for may be none any more. */
  rest(): void;
  /** Takes away all that is shown. */
  stop(): void;
  /** Whether an event happened on the layer itself. */
  isOurs(event: Event): boolean;
  /** The pointer is on an element of the page, or on the layer. */
  pointAt(target: Element | null, x: number, y: number): Promise<void>;
  stay(): void;
  /** The pointer went down, or a key down or up. */
  pressed(event: PointerEvent | KeyboardEvent): void;
  /** The number that a click calls, or null for a click that is the page's. */
  clicked(event: MouseEvent): Callable | null;
  /** The focus moved, on the page or on the layer. */
  focusMoved(event: FocusEvent): void;
  /** An element of the page got the focus. */
  focused(target: Element): Promise<void>;
  call(callable: Callable): void;
  answer(message: TabMessage): Promise<unknown>;
  /** Tells that the extension was updated or removed under this page. */
  orphaned(): void;
}

/** A symbol, because a page's `<form id=…>` could stand in for any name here. */
export const PAGE = Symbol.for("click-to-call.page");
export const world = globalThis as { [PAGE]?: Page };
