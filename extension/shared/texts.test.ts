/** No text for people stands in code: all of them are in `_locales/`. */
import { transformSync } from "esbuild";
import { parseAst } from "vitest/node";
import { expect, test } from "vitest";
import english from "../_locales/en/messages.json";
import { scripts } from "../testing/shipped";

interface Node {
  type: string;
  [part: string]: unknown;
}

/** What browsers and screen readers say of an element. */
const SAID = new Set([
  "placeholder",
  "title",
  "alt",
  "label",
  "aria-label",
  "aria-description",
  "aria-roledescription",
]);
const TEXT = new Set(["textContent", "innerText", "nodeValue", "data", ...SAID]);
/** Those whose arguments, from a place on, are shown. */
const SHOWING: Record<string, number> = { h: 2, make: 2, append: 0, prepend: 0, replaceChildren: 0, createTextNode: 0 };

/** Addresses and names that are the same in every language, and the keys of texts. */
const NO_WORDS = new Set([
  "https://crm.example.com",
  "acme",
  "ana.perez, 1001\nleo.gil, 1002",
  ...Object.keys(english),
]);

/** The texts in a script that people would read. */
function textsIn(name: string, source: string): string[] {
  const loader = name.endsWith("x") ? "tsx" : "ts";
  const { code } = transformSync(source, { loader, jsx: "transform", jsxFactory: "h", jsxFragment: "null" });
  const found: string[] = [];
  visit(parseAst(code) as unknown as Node, (node) => found.push(...textsOf(node)));
  return found.filter((text) => /\p{L}{2}/u.test(text) && !NO_WORDS.has(text)).map((text) => `${name}: ${text}`);
}

function textsOf(node: Node): string[] {
  if (node.type === "CallExpression") {
    const { callee, arguments: given } = node as unknown as { callee: Node; arguments: Node[] };
    const name = nameOf(callee);
    if (name === "setAttribute" && SAID.has(literal(given[0]) ?? "")) return literalsIn(given[1]);
    return name in SHOWING ? given.slice(SHOWING[name]).flatMap(literalsIn) : [];
  }
  if (node.type === "Property" && SAID.has(nameOf(node["key"] as Node))) return literalsIn(node["value"] as Node);
  if (node.type === "AssignmentExpression" && TEXT.has(nameOf(node["left"] as Node)))
    return literalsIn(node["right"] as Node);
  return [];
}

const nameOf = (node: Node): string =>
  String(node["name"] ?? node["value"] ?? (node["property"] as Node | undefined)?.["name"] ?? "");

const literal = (node: Node | undefined): string | undefined =>
  node?.type === "Literal" && typeof node["value"] === "string" ? node["value"] : undefined;

/** The texts that an expression may come to. */
function literalsIn(node: Node | undefined): string[] {
  switch (node?.type) {
    case "Literal":
      return [literal(node) ?? ""];
    case "TemplateLiteral":
      return (node["quasis"] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case "ConditionalExpression":
      return [node["consequent"], node["alternate"]].flatMap((part) => literalsIn(part as Node));
    case "LogicalExpression":
      // What stands before `&&` is asked, not shown.
      return (node["operator"] === "&&" ? [node["right"]] : [node["left"], node["right"]]).flatMap((part) =>
        literalsIn(part as Node),
      );
    case "BinaryExpression":
      return node["operator"] === "+" ? [node["left"], node["right"]].flatMap((part) => literalsIn(part as Node)) : [];
    default:
      return [];
  }
}

function visit(node: unknown, look: (node: Node) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, look));
  if (typeof node !== "object" || node === null) return;
  if ("type" in node) look(node as Node);
  Object.values(node).forEach((part) => visit(part, look));
}

test("a text in code is noticed", () => {
  const code = `
    const a = <p title="Read this">Hello{name === "x" ? " there" : text("key")}</p>;
    const b = make("div", "words", "Calling", number);
    button.textContent = done ? "Copied" : text("copy");
    button.setAttribute("aria-label", "Close");
    const c = <input placeholder={\`Number \${n}\`} class="wide" aria-describedby="about" />;`;
  const found = textsIn("a.tsx", code).map((text) => text.replace("a.tsx: ", ""));
  expect(found.sort()).toEqual([" there", "Calling", "Close", "Copied", "Hello", "Number ", "Read this"]);
});

test.each(scripts)("$name holds no text for people", ({ name, text }) => expect(textsIn(name, text)).toEqual([]));
