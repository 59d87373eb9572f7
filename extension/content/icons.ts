/** The few pictures of the overlay, as SVG paths on a 24 px grid. */
export const ICONS = {
  phone:
    "M6.6 3.5c.6 0 1.1.4 1.3.9l1.2 3c.2.6.1 1.2-.4 1.6L7.2 10.300c1.400 2.800 3.700 5.100 6.500 6.500l1.300-1.500c.400-.5 1-.6 1.600-.4l3 1.200c.5.2.9.7.9 1.300v2.200c0 .8-.6 1.400-1.400 1.400C10.900 21 3 13.100 3 4.900c0-.8.6-1.400 1.400-1.400z",
  check: "M5 12.500l4.500 4.500L19 7.500",
  cross: "M6 6l12 12M18 6L6 18",
  stop: "M12 7.500v5.500M12 16.300v.2",
  question: "M9.300 9.300a2.700 2.700 0 1 1 3.900 2.400c-.8.4-1.200 1-1.200 1.900M12 16.700v.1",
} as const;

export type Icon = keyof typeof ICONS;

const SVG = "http://www.w3.org/2000/svg";

export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  svg.classList.add(name);
  return svg;
}
