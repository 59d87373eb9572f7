/** What can be called on a page: a number in its text, a link to one, a field that holds one. */
import type { FoundNumber } from "../generated/types";

export interface Callable {
  readonly number: FoundNumber;
  /** Whether the page still says what the number was found in: it may have put another one there. */
  isIntact(): boolean;
  /** The element that it is in. */
  element(): Element;
  /** What is drawn stronger while it is pointed at. */
  readonly range?: AbstractRange;
}
