/** Whether a text is a CSS selector: core judges what can be told without a browser, but only a browser knows all of CSS. */
export const isSelector = (text: string): boolean => CSS.supports(`selector(:not(${text}))`);
