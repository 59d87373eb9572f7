/** A page as assistive technology gets it: Chromium's accessibility tree in lines, without what changes from run to run. */
import type { CDPSession, Page, Protocol } from "puppeteer-core";
import { pause } from "../stage";

type Node = Protocol.Accessibility.AXNode;

/** Nothing of its own is told of these. */
const UNTOLD = new Set(["InlineTextBox", "LineBreak", "ListMarker", "LabelText", "Legend", "none"]);
/** All countries are in some of these. */
const FOLDED = "MenuListPopup";
const STILL_MS = 150;
const STATES = ["live", "invalid", "disabled", "checked", "expanded", "focused", "required", "modal", "pressed"];

/** Once nothing comes any more that a page asks the background for. */
export async function treeOf(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  let [before, now] = ["", await read(session)];
  for (let tries = 0; tries < 20 && now !== before; tries += 1) {
    await pause(STILL_MS);
    [before, now] = [now, await read(session)];
  }
  await session.detach();
  return now;
}

async function read(session: CDPSession): Promise<string> {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = (node: Node, depth: number, above: string): string[] => {
    if (node.role?.value === FOLDED) return [];
    const said = lineOf(node, above);
    const [deeper, named] = said === null ? [depth, above] : [depth + 1, nameOf(node)];
    const children = (node.childIds ?? []).flatMap((id) => lines(byId.get(id)!, deeper, named));
    return said === null ? children : ["  ".repeat(depth) + said, ...children];
  };
  return `${steady(lines(nodes[0]!, 0, "").join("\n"))}\n`;
}

const nameOf = ({ name }: Node): string => String(name?.value ?? "");

/** Null for what says nothing, and for texts that are in the name above them. */
function lineOf(node: Node, above: string): string | null {
  const { ignored, role, value, properties = [] } = node;
  const [kind, name] = [String(role?.value), nameOf(node)];
  if (ignored || UNTOLD.has(kind) || (kind === "generic" && !name)) return null;
  if (kind === "StaticText") return above.includes(name) ? null : JSON.stringify(name);
  const states = properties.filter(({ name, value: { value } }) => STATES.includes(name) && value && value !== "false");
  const parts = [
    kind,
    name && JSON.stringify(name),
    value?.value !== undefined && `= ${JSON.stringify(value.value)}`,
    ...states.map(({ name, value: { value } }) => (value === true ? name : `${name}=${value}`)),
  ];
  return parts.filter(Boolean).join(" ");
}

/** Ports, ids, times and versions are others each time; whether the page itself has the focus depends on the one before. */
const steady = (tree: string): string =>
  tree
    .replace(/^(RootWebArea ".*") focused$/m, "$1")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "GUID")
    .replace(/\d{1,2}\/\d{1,2}\/\d{2,4}, /g, "")
    .replace(/"\d{1,2}\/\d{1,2}"/g, '"TIME"')
    .replace(/\d{1,2}:\d{2}(:\d{2})?[\s\u202f][AP]M/g, "TIME")
    .replace(/[A-Z][a-z]{2} \d{1,2}, \d{4}, TIME/g, "TIME")
    .replace(/Mozilla\/5\.0 [^"]*/g, "BROWSER");
