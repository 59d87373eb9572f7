/** The figures of one browser as a table of Markdown, line by line as they come, and what is met of the goals. */

export interface Row {
  figure: string;
  ours: string;
  /** What it is to be compared with, such as the bare walk's figure. */
  beside?: string;
  goal?: string;
  /** Whether the goal is met. */
  met?: boolean;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const times = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio)}x`;

const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;

export const head = (browser: string): string =>
  [line([browser, "ours", "beside", "goal", ""]), line(["---", "--:", "--:", "--:", "---"])].join("\n");

export const rowLine = ({ figure, ours, beside = "", goal = "", met }: Row): string =>
  line([figure, ours, beside, goal, met === undefined ? "" : met ? "met" : "**missed**"]);

export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]!;
}

export const median = (values: number[]): number => quantile(values, 0.5);
