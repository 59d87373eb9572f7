import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, makeReady, TOKEN } from "../testing/background";
import { callEngine, hangUp as send } from "../testing/engine";

vi.mock("./engine", () => ({ callEngine }));

let hangUp: typeof import("./hang-up").hangUp;

beforeEach(async () => {
  freshBackground();
  await makeReady();
  ({ hangUp } = await import("./hang-up"));
});

test("the agent's own phone is hung up, by one request", async () => {
  send.mockResolvedValue({ state: "asked" });
  expect(await Promise.all([hangUp(), hangUp()])).toEqual([{ state: "asked" }, { state: "asked" }]);
  expect(send.mock.calls).toEqual([["acme", TOKEN, "1001"]]);
});

test("after the end another click is another request", async () => {
  send.mockResolvedValue({ state: "asked" });
  await hangUp();
  await hangUp();
  expect(send).toHaveBeenCalledTimes(2);
});

test("an engine that dies may have hung up", async () => {
  send.mockRejectedValue(new Error("closed"));
  expect(await hangUp()).toEqual({ state: "unknown", reason: { code: "interrupted" } });
});

test.each([
  ["signed_out", async () => void (browser.session = {})],
  ["permission_missing", async () => browser.permitted.clear()],
  ["not_set_up", async () => makeReady({ extension: "" })],
])("nothing is sent: %s", async (code, arrange) => {
  await arrange();
  expect(await hangUp()).toMatchObject({ state: "not_sent", reason: { code } });
  expect(send).not.toHaveBeenCalled();
});
