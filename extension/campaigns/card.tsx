/** A titled part of the page. */
import type { ComponentChildren, JSX } from "preact";
import { text, type TextKey } from "../shared/i18n";

export function Card({ title, children }: { title: TextKey; children: ComponentChildren }): JSX.Element {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{text(title)}</h2>
      {children}
    </section>
  );
}
