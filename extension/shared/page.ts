/** What every page of ours does first. */
import { text, type TextKey } from "./i18n";

/** Tells the browser, and screen readers, which language the page is in, and names it. */
export function speakBrowsersLanguage(title: TextKey): void {
  document.documentElement.lang = text("language");
  document.title = text(title);
}
