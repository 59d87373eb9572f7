/** Chromium's highlights pass into shadow trees by inheritance; Firefox paints those of a sheet in the tree itself. */
import css from "./marks.css";

const sheet = "openOrClosedShadowRoot" in Element.prototype ? new CSSStyleSheet() : null;
sheet?.replaceSync(css);

export function dress(root: ShadowRoot): void {
  if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

export function undress(root: ShadowRoot): void {
  if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
}
