// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import "../testing/chrome";
import { partsOf } from "./flow";
import { read } from "./reading";
import { runsBelow } from "./runs";
import { lineOf, type Run, runsOn } from "./walk";

beforeEach(() => {
  document.designMode = "off";
  read({ show: "underline", links: "all", inCode: false, exclude: [], notNumbers: [] });
});

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

const runsIn = (root: Element, shallow = false): Run[] =>
  shallow ? runsOn(root, () => false).next().value : [...runsBelow(root, () => false)].flat();

/** The runs of a page, by the element whose line they are and what they say. */
function runsOf(root: Element, shallow = false): [string, string][] {
  return runsIn(root, shallow).map(({ line, text }) => [
    line instanceof Element ? line.id || line.tagName : "root",
    text,
  ]);
}

const textsOf = (html: string): string[] => runsOf(page(html)).map(([, text]) => text.trim());

describe("text flows through inline elements", () => {
  test.each([
    "<p>+52 <b>55</b> 1234 5678</p>",
    "<p>+52 <span><i>55</i> </span>1234 5678</p>",
    "<p>+52 <!-- area -->55 1234 5678</p>",
    '<p>+52 <a href="tel:+525512345678">55 1234</a> 5678</p>',
    "<p>+52 <span></span>55 1234 5678</p>",
    "<p><strong>+52</strong> <em>55 1234</em> <label>5678</label></p>",
  ])("%s", (html) => expect(textsOf(html)).toEqual(["+52 55 1234 5678"]));

  test("in the nodes that make up the text, in order", () => {
    const [run] = runsIn(page("<p>+52 <b>55</b><!-- --> 1234</p>").querySelector("p")!);
    expect(run?.nodes.map(({ data }) => data)).toEqual(["+52 ", "55", " 1234"]);
  });

  test("where a text was split by the page", () => {
    const paragraph = page("<p>+52 55 1234 5678</p>").querySelector("p")!;
    (paragraph.firstChild as Text).splitText(6);
    expect(runsOf(paragraph)).toEqual([["P", "+52 55 1234 5678"]]);
  });
});

describe("a run ends where people see another line or field", () => {
  test.each([
    ["a block", "<div>55 1234<div>5678</div>9012</div>"],
    ["a paragraph", "<div>55 1234<p>5678</p>9012</div>"],
    ["a line break", "<p>55 1234<br>5678<br>9012</p>"],
    ["table cells", "<table><tr><td>55 1234</td><td>5678</td><td>9012</td></tr></table>"],
    ["list items", "<ul><li>55 1234</li><li>5678</li><li>9012</li></ul>"],
    ["an input", "<p>55 1234<input>5678<input>9012</p>"],
    ["a picture", '<p>55 1234<img alt="">5678<img alt="">9012</p>'],
    ["a button", "<p>55 1234<button>5678</button>9012</p>"],
    ["an element of the page's own", "<p>55 1234<x-cell><b>5678</b></x-cell>9012</p>"],
    ["a block inside an inline element", "<p>55 1234<span><section>5678</section></span>9012</p>"],
    ["a block inside an inline element that goes on", "<p><b>55 1234<section>5678</section>9012</b></p>"],
  ])("%s", (_, html) => expect(textsOf(html).sort()).toEqual(["55 1234", "5678", "9012"]));

  test("behind a nested block the outer line begins anew", () => {
    const runs = runsOf(page('<div id="outer">55 1234<div id="inner"><p id="deep">5678</p></div>9012</div>'));
    expect(runs).toEqual([
      ["outer", "55 1234"],
      ["outer", "9012"],
      ["deep", "5678"],
    ]);
  });
});

describe("left alone", () => {
  const HIDDEN = "55 1234 5678";
  const SEEN = ["<p>55 1111 1111</p>", "<p>55 2222 2222</p>"] as const;

  test.each([
    ...["script", "style", "noscript", "template", "textarea", "select", "code", "pre", "kbd", "samp"].map(
      (tag) => `<${tag}>${HIDDEN}</${tag}>`,
    ),
    `<svg><text>${HIDDEN}</text></svg>`,
    `<div contenteditable>${HIDDEN}</div>`,
    `<div contenteditable="true"><p>${HIDDEN}</p></div>`,
    `<div contenteditable="plaintext-only">${HIDDEN}</div>`,
    `<span contenteditable="TRUE">${HIDDEN}</span>`,
    `<code><b>${HIDDEN}</b></code>`,
  ])("%s", (html) => expect(textsOf(`${SEEN[0]}${html}${SEEN[1]}`)).toEqual(["55 1111 1111", "55 2222 2222"]));

  test("but not what merely says that it can't be edited", () => {
    expect(textsOf(`<div contenteditable="false">${HIDDEN}</div>`)).toEqual([HIDDEN]);
  });

  test.each([`<pre><b id="start">${HIDDEN}</b></pre>`, `<div contenteditable><b id="start">${HIDDEN}</b></div>`])(
    "from inside, too: %s",
    (html) => expect(runsOf(page(html).querySelector("#start")!)).toEqual([]),
  );

  test("whatever isn't HTML", () => {
    const math = document.createElementNS("http://www.w3.org/1998/Math/MathML", "mi");
    math.textContent = HIDDEN;
    page(SEEN[0]).append(math);
    expect(runsOf(document.body).map(([, text]) => text)).toEqual(["55 1111 1111"]);
  });

  test("a document that is edited as a whole", () => {
    document.designMode = "on";
    expect(textsOf(`<p>${HIDDEN}</p>`)).toEqual([]);
  });

  test("what is skipped at the very end, with all around it", () => {
    expect(textsOf(`<div><div>55 1111 1111<code>${HIDDEN}</code></div></div>55 2222 2222`)).toEqual([
      "55 1111 1111",
      "55 2222 2222",
    ]);
  });

  test("words within a number, however few of its digits stand to either side", () => {
    expect(textsOf('<p>55 1234 <span aria-hidden="true">telephone</span> 5678</p>')).toEqual(["55 1234  5678"]);
  });
});

describe("a shallow walk", () => {
  const HTML =
    '<div id="outer">+52 <b>55</b> 1234<div id="inner">5678</div>9012 <i>34<section>56</section>78</i></div><p>beside</p>';

  test("takes an element's own line and goes into nothing that has its own", () => {
    expect(runsOf(page(HTML).querySelector("#outer")!, true)).toEqual([
      ["outer", "+52 55 1234"],
      ["outer", "9012 34"],
      ["outer", "78"],
    ]);
  });

  test("finds what the whole walk finds on that line", () => {
    const outer = page(HTML).querySelector("#outer")!;
    expect(runsOf(outer, true)).toEqual(runsOf(outer).filter(([block]) => block === "outer"));
  });

  test("never leaves the element that it began at", () => {
    expect(runsOf(page(HTML).querySelector("#inner")!, true)).toEqual([["inner", "5678"]]);
  });
});

test("of a page the lines that may hold a number alone, in the digits of any script", () => {
  const numbers = ["55 1234 5678", "٥٥ ١٢٣٤ ٥٦٧٨", "４４ ２０ ７９４６ ０９５８", "५५ १२३४ ५६७८"];
  expect(textsOf(numbers.map((number) => `<p>Ana, 2026</p><p>${number}</p>`).join("<p>17:30</p>"))).toEqual(numbers);
});

describe("in texts of every size", () => {
  const words = (count: number): string => "palabra ".repeat(count);

  test.each([
    ["a long text", `<p>${words(500)}55 1234 5678${words(500)}</p>`],
    ["deep in long ones", `<div><div><p>${words(500)}</p><p>55 1234 5678</p></div><p>${words(500)}</p></div>`],
    ["across the end of a long one", `<p><b>${words(500)}55 12</b>34 5678</p>`],
    ["across the beginning of a long one", `<p>55 12<b>34 5678${words(500)}</b></p>`],
    ["behind many short ones", `<p>Ana</p>`.repeat(500) + `<p>55 1234 5678</p>`],
    ["digit by digit", `<p>${[..."5512345678"].map((digit) => `<i>${digit}</i>`).join("")}</p>`],
  ])("%s", (_, html) => expect(textsOf(html).map((text) => text.replace(/[^\d]/g, ""))).toEqual(["5512345678"]));
});

test("the line of a node is that of its nearest element that isn't inline", () => {
  const body = page('<div id="outer">a<b><i>b</i></b></div>');
  const outer = body.querySelector("#outer")!;
  expect(lineOf(body.querySelector("i")!.firstChild!)).toBe(outer);
  expect(lineOf(body.querySelector("i")!)).toBe(outer);
  expect(lineOf(outer)).toBe(outer);
  expect(lineOf(document.createTextNode("nowhere"))).toBeNull();
  expect(lineOf(document.createElement("b"))).toBeNull();
});

describe("by the page's style", () => {
  const partsIn = (html: string): string[] =>
    runsIn(page(html)).flatMap((run) => partsOf(run).map(({ text }) => text.trim()));

  test.each([
    ['<p>55 1234<span style="display: block">5678</span>9012</p>', ["55 1234", "5678", "9012"]],
    ['<p>55 1234 <b style="display: none">77</b>5678</p>', ["55 1234 5678"]],
    ['<p>55 1234 <b style="display: inline-block">5678</b></p>', ["55 1234 5678"]],
    ['<p>55 1234 <b style="display: contents">5678</b></p>', ["55 1234 5678"]],
    ['<p><span slot="a">55 1234</span><span slot="b">5678</span></p>', ["55 1234", "5678"]],
  ])("%s", (html, parts) => expect(partsIn(html)).toEqual(parts));

  test("a text keeps its length, whatever space it is written with", () => {
    expect(partsIn('<p>55\n12<b style="display: inline">34\t56\n78</b></p>')).toEqual(["55 1234 56 78"]);
  });
});

describe("a walk that pauses", () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, index) => `<p id="r${index}">55 1234 ${1000 + index}</p>`).join("");

  test("misses nothing and repeats nothing", () => {
    const [body, found] = [page(rows(300)), [] as string[]];
    let paused = 0;
    for (const runs of runsBelow(body, () => true)) {
      found.push(...runs.map(({ text }) => text.slice(-4)));
      paused += 1;
    }
    expect(paused).toBeGreaterThan(3);
    expect(found).toEqual(Array.from({ length: 300 }, (_, index) => String(1000 + index)));
  });

  test("ends where all of it is gone", () => {
    const body = page(`<div>${rows(300)}</div>`);
    let runs = 0;
    for (const { length } of runsBelow(body.firstElementChild!, () => true)) {
      runs += length;
      body.replaceChildren();
    }
    expect(runs).toBeGreaterThan(0);
    expect(runs).toBeLessThan(60);
  });
});
