/** The rows of the table: what is measured how often, and the goal of each. */
import { endBackground } from "../../e2e/end-background";
import { pause } from "../../e2e/stage";
import { changing, compileMs, firstLive, firstScan, held, oneChange, told, type Work } from "./figures";
import type { PageName } from "./pages";
import type { Subject } from "./subjects";
import { median, ms, quantile, type Row, times } from "./table";

const KB = 1000;
const MB = 1024 * 1024;

/** What is measured side by side. */
export interface Side {
  url: string;
  none: Subject;
  walk: Subject;
  ranges: Subject;
  c2d: Subject;
  ours: Subject;
}

const NAMES: Partial<Record<PageName, string>> = {
  small: "2,000 nodes, 50 numbers",
  large: "50,000 nodes, 5,000 numbers",
  none: "50,000 nodes, no number",
};

const atMost = (value: number, goal: number, unit = ms): Pick<Row, "goal" | "met"> => ({
  goal: `≤ ${unit(goal)}`,
  met: value <= goal,
});

async function repeat<T>(count: number, once: () => Promise<T>): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) taken.push(await once());
  return taken;
}

/** How soon the first number is live with a background that is awake. */
export async function soon({ url, c2d, ours }: Side): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [page, count] of [
    ["small", 12],
    ["large", 6],
  ] as const) {
    const place = `${url}/${page}` as const;
    const [taken, theirs]: number[][] = [[], []];
    // Side by side, so that noise hits both.
    for (let round = 0; round < count; round += 1) {
      taken!.push(await firstLive(ours, place));
      if (round % 4 === 0) theirs!.push(await firstLive(c2d, place));
    }
    const [p95, ratio] = [quantile(taken!, 0.95), median(theirs!) / median(taken!)];
    const median_ = `median ${ms(median(taken!))}`;
    rows.push({
      figure: `first number live, p95; ${NAMES[page]}`,
      ours: ms(p95),
      beside: median_,
      ...atMost(p95, 100),
    });
    rows.push({
      figure: `ringcentral-c2d later by; ${NAMES[page]}`,
      ours: times(ratio),
      beside: `its median ${ms(median(theirs!))}`,
      goal: "≥ 10x",
      met: ratio >= 10,
    });
  }
  return rows;
}

const COLD_STARTS = 6;

/** The same with a background that has to be woken. */
export async function soonCold(url: string, ours: Subject): Promise<Row[]> {
  const rows: Row[] = [];
  const own = await ours.session!.openOwn("options/diagnostics.html");
  for (const page of ["small", "large"] as const) {
    const taken: number[] = [];
    await ours.page.bringToFront();
    while (taken.length < COLD_STARTS) {
      if (await endBackground(ours.session!, own)) taken.push(await firstLive(ours, `${url}/${page}`));
    }
    const p95 = quantile(taken, 0.95);
    const beside = `median ${ms(median(taken))}`;
    rows.push({ figure: `the same, background asleep; ${NAMES[page]}`, ours: ms(p95), beside, ...atMost(p95, 250) });
  }
  return rows;
}

/** The first scan's script time beside the bare walk's, and its longest piece. */
export async function scans({ url, walk, ranges, c2d, ours }: Side): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [page, wait] of [
    ["none", 1_500],
    ["small", 1_200],
    ["large", 2_500],
  ] as const) {
    const place = `${url}/${page}` as const;
    const rounds = await repeat(3, async () => ({
      ours: await firstScan(ours, place, wait),
      walk: await firstScan(walk, place, 500),
      ranges: await firstScan(ranges, place, 500),
    }));
    const theirs = await firstScan(c2d, place, page === "small" ? 2_500 : 6_000);
    const of = (who: "ours" | "walk" | "ranges", what: keyof Work): number =>
      median(rounds.map((round) => round[who][what]));
    const ratio = of("ours", "script") / of("walk", "script");
    rows.push({
      figure: `script of the first scan; ${NAMES[page]}`,
      ours: `${ms(of("ours", "script"))}, ${times(ratio)} the walk`,
      beside: `walk ${ms(of("walk", "script"))}, with bare marks ${ms(of("ranges", "script"))}, c2d ${ms(theirs.script)}`,
      goal: "≤ 1.6x the walk",
      met: ratio <= 1.6,
    });
    rows.push({
      figure: `longest task of it; ${NAMES[page]}`,
      ours: ms(of("ours", "longest")),
      beside: `walk ${ms(of("walk", "longest"))}, c2d ${ms(theirs.longest)}`,
      ...atMost(of("ours", "longest"), 50),
    });
  }
  return rows;
}

/** How long the table changes. */
const LIVE_MS = 20_000;
const THEIR_LIVE_MS = 5_000;

/** A page that changes: 200 cells a second, and one text. */
export async function changes({ url, ranges, c2d, ours }: Side): Promise<Row[]> {
  const live = {
    ours: await changing(ours, `${url}/live`, LIVE_MS),
    c2d: await changing(c2d, `${url}/live`, THEIR_LIVE_MS),
  };
  const share = ({ script }: Work, ms: number): string => `${((100 * script) / ms).toFixed(1)} %`;
  const [one, bare] = [await ratioOf(ours, url), await ratioOf(ranges, url)];
  return [
    {
      figure: "longest task while 200 cells a second change",
      ours: ms(live.ours.longest),
      beside: `c2d ${ms(live.c2d.longest)}`,
      ...atMost(live.ours.longest, 16),
    },
    {
      figure: "share of the thread meanwhile",
      ours: share(live.ours, LIVE_MS),
      beside: `c2d ${share(live.c2d, THEIR_LIVE_MS)}`,
    },
    {
      figure: "script of one changed text, 50,000 nodes against 1,000",
      ours: one.text,
      beside: `bare marks and a message ${bare.text}`,
      goal: "≤ 1.2x",
      met: one.ratio <= 1.2,
    },
  ];
}

/** How much more a changed text takes on the large page. */
async function ratioOf(subject: Subject, url: string): Promise<{ ratio: number; text: string }> {
  const rounds = await repeat(3, async () => [
    await oneChange(subject, `${url}/large`),
    await oneChange(subject, `${url}/thousand`),
  ]);
  const [large, thousand] = [0, 1].map((which) => median(rounds.map((round) => round[which]!))) as [number, number];
  return { ratio: large / thousand, text: `${times(large / thousand)}, ${ms(large)} against ${ms(thousand)}` };
}

/** What is held, and what is read before anything runs. */
export async function weights({ url, none, ranges, c2d, ours }: Side, content: string): Promise<Row[]> {
  const rows: Row[] = [];
  const mb = (bytes: number): string => `${(bytes / MB).toFixed(2)} MB`;
  for (const page of ["small", "large"] as const) {
    const place = `${url}/${page}` as const;
    const [bare, ...with_] = await Promise.all([none, ours, ranges, c2d].map((subject) => held(subject, place)));
    const [own, marks, theirs] = with_.map((bytes) => bytes - bare!) as [number, number, number];
    rows.push({
      figure: `memory of a frame; ${NAMES[page]}`,
      ours: mb(own),
      beside: `bare marks ${mb(marks)}, c2d ${mb(theirs)}`,
      ...atMost(own, MB, mb),
    });
  }
  const bytes = Buffer.byteLength(content);
  const kb = (value: number): string => `${(value / KB).toFixed(1)} KB`;
  const compiled = await compileMs(none, content);
  return [
    ...rows,
    { figure: "the content script", ours: kb(bytes), ...atMost(bytes, 30 * KB, kb) },
    { figure: "its compilation", ours: ms(compiled), ...atMost(compiled, 5) },
  ];
}

interface Counts {
  timers: number;
  messages: number;
  texts: number;
  frames: number;
}

const IDLE_MS = 5_000;

/** What goes on where nothing happens, and how often marks make the browser draw; `ours` has the probe. */
export async function stillness(url: string, ours: Subject): Promise<Row[]> {
  const counts = async (): Promise<Counts> => JSON.parse(await told(ours, "probe")) as Counts;
  const visit = async (page: PageName, wait: number): Promise<Counts> => {
    await ours.page.bringToFront();
    await ours.page.goto(`${url}/${page}?on`);
    await pause(wait);
    return counts();
  };
  const words = await visit("words", 1_500);
  const before = await visit("small", 2_000);
  await pause(IDLE_MS);
  const after = await counts();
  const live = { from: await visit("live", 1_000), to: (await pause(IDLE_MS), await counts()) };
  const perSecond = ((live.to.frames - live.from.frames) * 1000) / IDLE_MS;
  const none = (value: number): Pick<Row, "goal" | "met"> => ({ goal: "0", met: value === 0 });
  const idle = { timers: after.timers - before.timers, messages: after.messages - before.messages };
  return [
    {
      figure: `timers and messages of an idle page in ${IDLE_MS / 1000} s`,
      ours: `${idle.timers} and ${idle.messages}`,
      ...none(idle.timers + idle.messages),
    },
    {
      figure: "texts sent by a page without digits",
      ours: String(words.texts),
      beside: `${words.messages} message: is this site enabled?`,
      ...none(words.texts),
    },
    {
      figure: "frames a second whose marks change; the page changes 20 times a second",
      ours: perSecond.toFixed(1),
      goal: "≤ 60",
      met: perSecond <= 60,
    },
  ];
}
