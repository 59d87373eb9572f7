/** What can be called on a page: a number in its text, a link to one, a field that holds one. */
import type { Packed } from "./packed";

export interface Callable {
  readonly number: Packed;
  /** The texts that it is written in; the link, or the field. */
  readonly nodes: Node[];
  /** What they said when it was found; of a link its address. */
  readonly said: string;
  /** What is drawn stronger while it is pointed at. */
  readonly range?: AbstractRange;
}
