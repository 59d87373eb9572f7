/** Whether a text is a CSS selector: core judges what can be told without a browser, but only a browser knows all of CSS. */
export function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
