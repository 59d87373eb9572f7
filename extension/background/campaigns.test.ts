import { browser } from "../testing/chrome";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  aJoin,
  aMember,
  freshBackground,
  makeReady,
  openDatabase,
  refuseEntries,
  saveSettings,
  TOKEN,
} from "../testing/background";
import { addQueueMembers, callEngine } from "../testing/engine";
import type { QueueOutcome } from "../generated/types";
import type { JoinAttempt, Joining } from "../shared/attempts";

vi.mock("./engine", () => ({ callEngine }));

const ADDED: QueueOutcome = { state: "added" };
const REFUSED: QueueOutcome = { state: "refused" };
const LOST: QueueOutcome = { state: "unknown", reason: { code: "no_reply" } };
const INTERRUPTED: QueueOutcome = { state: "unknown", reason: { code: "interrupted" } };
const member = (campaign: string) => aMember(campaign);
const members = (names: string[]) => names.map(member);

let campaigns: typeof import("./campaigns");

beforeEach(async () => {
  freshBackground();
  campaigns = await import("./campaigns");
});

afterEach(() => vi.restoreAllMocks());

const outcomes = ({ results }: Joining) => results.map(({ outcome }) => outcome);
const asked = () => addQueueMembers.mock.calls.map(([, , members]) => members.map(({ campaign }) => campaign));
const journal = async (): Promise<JoinAttempt[]> => (await openDatabase()).getAll("journal") as Promise<JoinAttempt[]>;

test("all campaigns are joined by one request", async () => {
  await makeReady();
  addQueueMembers.mockResolvedValue(ADDED);
  expect(outcomes(await campaigns.join(members(["Ventas->", "Sales->"])))).toEqual([ADDED, ADDED]);
  expect(addQueueMembers.mock.calls).toEqual([["acme", TOKEN, [member("Ventas->"), member("Sales->")]]]);
});

test("the journal says `sending` before anything is sent, and the outcome afterwards", async () => {
  await makeReady();
  let seen: JoinAttempt[] = [];
  addQueueMembers.mockImplementation(async () => {
    seen = await journal();
    return ADDED;
  });
  await campaigns.join(members(["Ventas->"]));
  expect(seen).toMatchObject([{ kind: "join", members: members(["Ventas->"]), state: "sending", outcome: null }]);
  expect(await journal()).toMatchObject([{ state: "ended", outcome: ADDED }]);
  expect(JSON.stringify(await journal())).not.toContain(TOKEN);
});

test("what the journal doesn't take is not sent", async () => {
  await makeReady();
  refuseEntries("sending");
  const joined = await campaigns.join(members(["Ventas->"]));
  expect(outcomes(joined)).toEqual([{ state: "not_sent", reason: { code: "journal_failed" } }]);
  expect(addQueueMembers).not.toHaveBeenCalled();
});

test("the same wish while it is under way sends nothing of its own, and ends alike", async () => {
  await makeReady();
  addQueueMembers.mockResolvedValue(REFUSED);
  const joined = await Promise.all([campaigns.join(members(["Ventas->"])), campaigns.join(members(["Ventas->"]))]);
  expect(joined.map(outcomes)).toEqual([[REFUSED], [REFUSED]]);
  expect(addQueueMembers).toHaveBeenCalledTimes(1);
});

test("another wish meanwhile is told to wait, and never given the first one's result", async () => {
  await makeReady();
  addQueueMembers.mockResolvedValue(ADDED);
  const [first, second] = await Promise.all([
    campaigns.join(members(["Ventas->"])),
    campaigns.join(members(["Sales->"])),
  ]);
  expect(outcomes(first)).toEqual([ADDED]);
  expect(second).toMatchObject({ results: [{ member: member("Sales->") }] });
  expect(outcomes(second)).toEqual([{ state: "not_sent", reason: { code: "busy" } }]);
  expect(asked()).toEqual([["Ventas->"]]);
});

test("joining after the end is a request of its own", async () => {
  await makeReady();
  addQueueMembers.mockRejectedValueOnce(new Error("closed")).mockResolvedValueOnce(ADDED);
  await campaigns.join(members(["Ventas->"]));
  expect(outcomes(await campaigns.join(members(["Sales->"])))).toEqual([ADDED]);
  expect(asked()).toEqual([["Ventas->"], ["Sales->"]]);
});

test("a request that breaks off is never repeated, and its end is unknown", async () => {
  await makeReady();
  addQueueMembers.mockRejectedValue(new Error("closed"));
  const joined = await campaigns.join(members(["Ventas->"]));
  expect(joined.results).toEqual([{ member: member("Ventas->"), alone: false, outcome: INTERRUPTED }]);
  expect(addQueueMembers).toHaveBeenCalledTimes(1);
});

const OBSTACLES: [string, () => unknown][] = [
  ["not_set_up", () => saveSettings({ extension: "12a" })],
  ["signed_out", () => (browser.session = {})],
  ["permission_missing", () => browser.permitted.clear()],
  ["offline", () => vi.stubGlobal("navigator", { onLine: false })],
];

test.each(OBSTACLES)("nothing is sent: %s", async (code, arrange) => {
  await makeReady();
  await arrange();
  expect(outcomes(await campaigns.join(members(["Ventas->"])))).toMatchObject([
    { state: "not_sent", reason: { code } },
  ]);
  expect(addQueueMembers).not.toHaveBeenCalled();
});

describe("one by one", () => {
  const [A, B, C] = ["A->", "B->", "C->"];
  const ALL = [A, B, C];

  /** Refused together, so that one by one is offered. */
  async function refusedTogether(): Promise<string> {
    await makeReady({
      campaigns: ALL.map((name) => ({ name, caller_id: "525550001000", more_caller_ids: [] })),
    });
    addQueueMembers.mockResolvedValueOnce(REFUSED);
    return (await campaigns.join(members(ALL))).batch;
  }

  test("each campaign has a request and a result of its own", async () => {
    const batch = await refusedTogether();
    addQueueMembers.mockResolvedValueOnce(ADDED).mockResolvedValueOnce(REFUSED).mockResolvedValueOnce(ADDED);
    const joined = await campaigns.joinEach(batch, members(ALL));
    expect(outcomes(joined)).toEqual([ADDED, REFUSED, ADDED]);
    expect(joined.results.every(({ alone }) => alone)).toBe(true);
    expect(asked()).toEqual([ALL, [A], [B], [C]]);
    expect((await journal()).map(({ batch }) => batch)).toEqual([batch, batch, batch, batch]);
  });

  test("what gets no answer stops the rest, which is not claimed to be done", async () => {
    const batch = await refusedTogether();
    addQueueMembers.mockResolvedValueOnce(ADDED).mockResolvedValueOnce(LOST);
    const joined = await campaigns.joinEach(batch, members(ALL));
    expect(joined.results).toEqual([
      { member: member(A), alone: true, outcome: ADDED },
      { member: member(B), alone: true, outcome: LOST },
      { member: member(C), alone: false, outcome: REFUSED },
    ]);
    expect(asked()).toEqual([ALL, [A], [B]]);
  });

  test("a background that died goes on where it stood, and repeats nothing that may have arrived", async () => {
    await makeReady();
    const db = await openDatabase();
    const now = Date.now();
    const request = { batch: "batch", openedAt: now } as const;
    await db.put("journal", aJoin({ ...request, members: members(ALL) }));
    await db.put("journal", aJoin({ ...request, members: members([A]), outcome: ADDED }));
    const open = { state: "sending", outcome: null, endedAt: null } as const;
    await db.put("journal", aJoin({ ...request, ...open, members: members([B]) }));
    await (await import("./journal")).closeInterrupted();

    const found = await campaigns.lastJoining();
    expect(found).toEqual({
      batch: "batch",
      results: [
        { member: member(A), alone: true, outcome: ADDED },
        { member: member(B), alone: true, outcome: INTERRUPTED },
        { member: member(C), alone: false, outcome: REFUSED },
      ],
      running: false,
    });
    expect(addQueueMembers).not.toHaveBeenCalled();
    addQueueMembers.mockResolvedValue(ADDED);
    expect(outcomes(await campaigns.joinEach("batch", members([C])))).toEqual([ADDED, INTERRUPTED, ADDED]);
    expect(asked()).toEqual([[C]]);
  });

  test("campaigns of another request are left alone", async () => {
    const batch = await refusedTogether();
    await campaigns.joinEach(batch, members(["Theirs->"]));
    await campaigns.joinEach("no such batch", members([A]));
    expect(asked()).toEqual([ALL]);
  });
});

test("a request of long ago is not shown as the last one", async () => {
  await makeReady();
  const db = await openDatabase();
  await db.put("journal", aJoin({ openedAt: Date.now() - 13 * 3_600_000 }));
  expect(await campaigns.lastJoining()).toBeNull();
});

test("the last request is known even where the journal can't be read", async () => {
  await makeReady();
  refuseEntries("sending", "ended");
  await campaigns.join(members(["Ventas->"]));
  expect(await campaigns.lastJoining()).toMatchObject({ results: [{ outcome: { state: "not_sent" } }] });
});

test("several users and campaigns go in one request, and each pair has its result", async () => {
  await makeReady();
  const matrix = [aMember("Ventas->", "ana"), aMember("Sales->", "ana"), aMember("Ventas->", "leo")];
  addQueueMembers.mockResolvedValueOnce(REFUSED).mockResolvedValueOnce(ADDED).mockResolvedValueOnce(REFUSED);
  const { batch } = await campaigns.join(matrix);
  const { results } = await campaigns.joinEach(batch, matrix.slice(1));
  expect(results).toEqual([
    { member: matrix[0], alone: false, outcome: REFUSED },
    { member: matrix[1], alone: true, outcome: ADDED },
    { member: matrix[2], alone: true, outcome: REFUSED },
  ]);
});

describe("the record of what was added", () => {
  const put = async (names: string[], endedAt: number, outcome: QueueOutcome): Promise<void> =>
    void (await (await openDatabase()).put("journal", aJoin({ members: members(names), endedAt, outcome })));

  test("holds the last time of each pair, newest first, and doubt only where there is no more than that", async () => {
    await put(["A", "B"], 1, ADDED);
    await put(["C"], 2, REFUSED);
    await put(["A", "D"], 3, LOST);
    await put(["B"], 4, ADDED);
    expect(await campaigns.added()).toEqual([
      { member: member("B"), at: 4, state: "added" },
      { member: member("D"), at: 3, state: "unknown" },
      { member: member("A"), at: 1, state: "added" },
    ]);
  });
});
