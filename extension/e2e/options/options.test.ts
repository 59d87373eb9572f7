import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { dial, noticeOf, openPopup } from "../pages";
import { inEachBrowser, pause, SETTLED_MS, type Stage } from "../stage";

inEachBrowser("the options", {}, (stage) => {
  it.each([
    { bad: "an instance with a slash", field: "instance", spoil: typeInto("instance", "acme/") },
    { bad: "an extension with a letter", field: "extension", spoil: typeInto("extension", "12a") },
    { bad: "a caller ID with letters", field: "caller_id", spoil: typeInto("caller_id", "DID 1") },
    { bad: "a context with a space", field: "context", spoil: typeInto("context", "dos palabras") },
    { bad: "no agent name", field: "agent", spoil: typeInto("agent", "") },
  ])("show what is wrong with $bad beside its field, save nothing and send nothing", async ({ field, spoil }) => {
    const options = await open(stage);
    await spoil(options);
    await save(options, "faulty");
    expect(await wrongFields(options)).toEqual([{ name: field, said: expect.stringMatching(/\w{3}/) }]);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await options.close();
  });

  it("ask for a campaign where there is none", async () => {
    const options = await open(stage);
    for (let rows = await options.$$(".row > button"); rows.length > 0; rows = await options.$$(".row > button"))
      await rows[0]!.click();
    await save(options, "faulty");
    expect(
      await options.$eval("#add-campaign", (button) => button.closest("section")!.querySelector(".fault")!.textContent),
    ).toBe("Add at least one.");
    await options.close();
  });

  it("save what is right, and never show the token", async () => {
    const options = await open(stage);
    await typeInto("extension", "1002")(options);
    await save(options, "saved");
    expect(await options.content()).not.toContain(stage.sandbox.settings().token);
    await options.close();
    const again = await open(stage);
    expect(await again.$eval('input[name="extension"]', (input) => (input as HTMLInputElement).value)).toBe("1002");
    await typeInto("extension", "1001")(again);
    await save(again, "saved");
    await again.close();
  });

  it("take a pasted token and check it without a word to uContact; the next call goes out with it", async () => {
    const { token } = stage.sandbox.settings();
    const options = await open(stage);
    await options.click("#sign-out");
    await options.waitForSelector("#sign-out", { hidden: true });
    await typeInto("token", token)(options);
    await save(options, "saved");
    expect(await options.$eval("footer p", (line) => line.textContent)).toBe("Saved. Ready to call.");
    expect(await options.content()).not.toContain(token);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.received()).toEqual([]);
    await options.close();
    const popup = await openPopup(stage);
    await dial(popup, "55 5658 1111");
    expect(await noticeOf(popup)).toMatchObject({ tone: "good" });
    expect((await stage.sandbox.posts())[0]!.headers["authorization"]).toBe(`Basic ${token}`);
    await popup.close();
  });

  it("save without a token after signing out, and keep none that was typed wrong", async () => {
    const options = await open(stage);
    await options.click("#sign-out");
    await options.waitForSelector("#sign-out", { hidden: true });
    await save(options, "saved");
    await typeInto("token", "Basic abc")(options);
    await save(options, "faulty");
    expect(await wrongFields(options)).toEqual([{ name: "token", said: expect.stringContaining("Basic") }]);
    expect(await options.content()).not.toContain("Basic abc");
    await options.close();
    const popup = await stage.session.openOwn("popup/popup.html");
    expect(await popup.$$('input[type="tel"]')).toEqual([]);
    expect(await stage.sandbox.posts()).toEqual([]);
    await popup.close();
  });
});

async function open({ session }: Stage): Promise<Page> {
  const options = await session.openOwn("options/options.html");
  // As high as the form: what lies under the bar at the bottom of a lower window can't be clicked.
  await options.setViewport({ width: 1280, height: 2600 });
  await options.bringToFront();
  return options;
}

function typeInto(name: string, value: string): (options: Page) => Promise<void> {
  return async (options) => {
    const input = (await options.$(`input[name="${name}"]`))!;
    await input.click({ count: 3 });
    await options.keyboard.press("Backspace");
    if (value) await input.type(value);
  };
}

/** The fields marked as wrong, each with what is said beside it. */
const wrongFields = (options: Page): Promise<{ name: string; said: string }[]> =>
  options.$$eval('input[aria-invalid="true"]', (inputs) =>
    inputs.map((input) => ({
      name: (input as HTMLInputElement).name,
      said: document.getElementById(input.getAttribute("aria-describedby")!)!.querySelector(".fault")!.textContent!,
    })),
  );

async function save(options: Page, expected: "saved" | "faulty"): Promise<void> {
  await options.click("footer button");
  await options.waitForSelector(`footer .${expected}`, { timeout: 10_000 });
}
