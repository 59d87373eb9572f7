import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { noticeOf, openPopup } from "../pages";
import { inEachBrowser, settledPosts } from "../stage";
import * as steps from "./steps";
import { CALL, END, HANGUP, LOGIN, LOGOFF, PASSWORD } from "./steps";

const LOGIN_PAGE = { status: 200, content_type: "text/html", body: "<!doctype html><html><body>0</body></html>" };
/** What nobody may take for a sign-in, and how it is told. */
const NO_SIGN_IN = [
  { reply: "0", fault: { status: 200, body: "0" }, tone: "bad", code: "UC-203" },
  {
    reply: "a token of another type",
    fault: { body: '{"md5secret":7,"callerid":"1"}' },
    tone: "doubt",
    code: "UC-308",
  },
  { reply: "an HTML page with status 200", fault: LOGIN_PAGE, tone: "doubt", code: "UC-303" },
  { reply: "status 401", fault: { status: 401, body: "" }, tone: "doubt", code: "UC-301" },
  { reply: "nothing at all", fault: { close: "after" as const }, tone: "doubt", code: "UC-309" },
];

inEachBrowser("a session", { settings: { token: "", extension: "77", cancel_seconds: 0 } }, (stage) => {
  describe("in the popup", () => {
    it("begins with a password, and calls from then on", async () => {
      await steps.signedOut(stage);
      const popup = await openPopup(stage);
      expect(await popup.$eval("main", (main) => main.textContent)).toContain("logs your phone in");
      expect(await popup.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("password");
      expect(await stage.sandbox.posts()).toEqual([]);
      await popup.keyboard.type(`${PASSWORD}\n`);
      await popup.waitForSelector('input[type="tel"]');
      const [login, ...more] = await settledPosts(stage);
      expect(more).toEqual([]);
      expect(login).toMatchObject({ path: LOGIN, body: "agent=ana.perez&password=[redacted]", matched: true });
      expect(login!.headers).not.toHaveProperty("authorization");

      await popup.type('input[type="tel"]', "55 5658 1111\n");
      expect(await noticeOf(popup)).toMatchObject({ tone: "good" });
      const call = (await stage.sandbox.posts()).at(-1)!;
      // The extension that the sign-in told, not the one that was set up before.
      expect(steps.fieldsOf(call)).toMatchObject({ agent: "ana.perez", phone: "1001", context: "agentes" });
      expect(call.headers["authorization"]).not.toContain("c2FuZGJveDo4");
      await popup.close();
    });

    it("doesn't begin with a wrong password, which is shown nowhere", async () => {
      await steps.signedOut(stage);
      const popup = await openPopup(stage);
      await popup.type("[name=password]", "wrong-secret\n");
      expect(await noticeOf(popup)).toMatchObject({ tone: "bad", title: "uContact rejected the sign-in" });
      expect(await steps.writtenOn(popup)).not.toContain("wrong-secret");
      await popup.type("[name=password]", "\n");
      await popup.waitForSelector('[name=password][aria-invalid="true"]');
      expect(await settledPosts(stage)).toHaveLength(1);
      await popup.close();
    });
  });

  describe("in the options", () => {
    it("begins by keyboard alone, keeps unsaved edits, and fills in what uContact told", async () => {
      await steps.signedOut(stage);
      const options = await steps.openOptions(stage);
      await options.type('[name="caller_id"]', "99");
      await options.focus("#sign-in");
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog[open]");
      expect(await options.$eval("dialog", (dialog) => dialog.textContent)).toContain("logs your phone in");
      expect(await options.$eval("dialog", (dialog) => dialog.textContent)).toContain(stage.sandbox.url);
      await options.keyboard.press("Escape");
      await options.waitForSelector("dialog", { hidden: true });
      expect(await options.evaluate(() => document.activeElement?.id)).toBe("sign-in");
      expect(await stage.sandbox.posts()).toEqual([]);

      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog[open]");
      expect(await options.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("password");
      await options.keyboard.type(`${PASSWORD}\n`);
      await options.waitForSelector("dialog", { hidden: true });
      expect(await noticeOf(options)).toMatchObject({ tone: "good", title: "Signed in" });
      const value = (name: string) => options.$eval(`[name="${name}"]`, (field) => (field as HTMLInputElement).value);
      expect([await value("extension"), await value("context")]).toEqual(["1001", "agentes"]);
      expect(await value("caller_id")).toMatch(/99/);
      expect(await options.$eval("footer p", (line) => line.textContent)).toBe("Not saved yet");
      expect(await options.$eval(".session span", (line) => line.textContent)).toBe("Signed in as ana.perez");
      expect(await steps.writtenOn(options)).not.toContain(PASSWORD);
      expect((await settledPosts(stage)).map(({ path }) => path)).toEqual([LOGIN]);
      await options.close();
    });

    it.each(NO_SIGN_IN)("doesn't begin with $reply", async ({ fault, tone, code }) => {
      await steps.signedOut(stage);
      await stage.sandbox.fault({ path: LOGIN, ...fault });
      const options = await steps.openOptions(stage);
      await options.click("#sign-in");
      await options.waitForSelector("dialog[open]");
      await options.type("dialog [name=password]", `${PASSWORD}\n`);
      expect(await noticeOf(options)).toMatchObject({ tone, code });
      expect(await settledPosts(stage)).toHaveLength(1);
      expect(await options.$("#sign-out")).toBeNull();
      expect(await steps.writtenOn(options)).not.toContain(PASSWORD);
      await options.close();
    });

    it("shows where the instance leads while it is typed, and takes a pasted address", async () => {
      const options = await steps.openOptions(stage);
      const hint = (wanted: string) =>
        options.waitForFunction((text) => document.querySelector(".field .hint")!.textContent === text, {}, wanted);
      await paste(options, " https://Acme-2.ucontactcloud.com/portal?x=1 ");
      await hint("Calls go to https://acme-2.ucontactcloud.com");
      await paste(options, "acme/x");
      await hint("Only the name before .ucontactcloud.com: letters, digits and hyphens.");
      expect(await options.$eval("#sign-in", (button) => (button as HTMLButtonElement).disabled)).toBe(true);
      await options.close();
    });

    it("is checked after saving without a word to uContact", async () => {
      await steps.signedOut(stage);
      const options = await steps.openOptions(stage);
      await options.click("footer button");
      await options.waitForSelector("footer .saved");
      expect(await options.$eval("footer p", (line) => line.textContent)).toContain("You are signed out.");
      await options.close();
      await steps.signedIn(stage);
      const again = await steps.openOptions(stage);
      await again.click("footer button");
      await again.waitForSelector("footer .saved");
      expect(await again.$eval("footer p", (line) => line.textContent)).toBe("Saved. Ready to call.");
      expect(await stage.sandbox.received()).toEqual([]);
      await again.close();
    });

    it("ends here alone, if the agent wants that", async () => {
      await steps.signedIn(stage);
      const options = await steps.openOptions(stage);
      await options.click("#sign-out");
      await options.waitForSelector("dialog[open]");
      await options.click("#sign-out-here");
      expect(await noticeOf(options)).toMatchObject({ tone: "good", code: "" });
      expect(await stage.sandbox.received()).toEqual([]);
      await options.close();
    });

    it("ends at uContact too: the phone is logged off, then the token is worthless", async () => {
      await steps.signedIn(stage);
      const options = await steps.openOptions(stage);
      await options.click("#sign-out");
      await options.waitForSelector("dialog[open]");
      await options.click("#sign-out-everywhere");
      expect(await noticeOf(options)).toMatchObject({ tone: "good", code: "" });
      expect(await steps.detailOf(options)).toContain("it doesn't say whether it did");
      const posts = await settledPosts(stage);
      expect(posts.map(({ path, reply }) => [path, reply?.body])).toEqual([
        [LOGOFF, "1"],
        [END, "1"],
      ]);
      expect(steps.fieldsOf(posts[0]!)).toEqual({ agent: "ana.perez", interface: "SIP/1001" });
      const token = posts[0]!.headers["authorization"]!.replace("Basic ", "");
      expect(steps.fieldsOf(posts[1]!)).toEqual({ user: "ana.perez", token });
      await options.close();
      const popup = await openPopup(stage);
      await popup.waitForSelector("[name=password]");
      await popup.close();
    });

    it("ends here whatever uContact answers, and says what is not known", async () => {
      await steps.signedIn(stage);
      await stage.sandbox.fault({ path: LOGOFF, close: "after" });
      await stage.sandbox.fault({ path: END, status: 200, body: "0" });
      const options = await steps.openOptions(stage);
      await options.click("#sign-out");
      await options.waitForSelector("dialog[open]");
      await options.click("#sign-out-everywhere");
      expect(await noticeOf(options)).toMatchObject({ tone: "doubt", code: "UC-309 UC-204" });
      expect(await settledPosts(stage)).toHaveLength(2);
      await options.close();
      const popup = await openPopup(stage);
      expect(await popup.$("[name=password]")).not.toBeNull();
      await popup.close();
    });
  });

  describe("a call", () => {
    it("is hung up on the agent's own phone", async () => {
      await steps.signedIn(stage);
      const popup = await openPopup(stage);
      await popup.type('input[type="tel"]', "55 5658 1111\n");
      // The call's end is shown above the button and moves it.
      await noticeOf(popup);
      await popup.waitForSelector("#hang-up");
      await popup.click("#hang-up");
      await popup.waitForSelector(".hang-up .notice");
      expect(await popup.$eval(".hang-up .code", (line) => line.textContent)).toBe("");
      const posts = await settledPosts(stage);
      expect(posts.map(({ path }) => path)).toEqual([CALL, HANGUP]);
      expect(steps.fieldsOf(posts[1]!)).toEqual({ phone: "1001" });
      expect((await stage.sandbox.calls())[0]).toMatchObject({ extension: "1001", phase: "ended" });
      await popup.close();
    });

    it.each([
      { reply: "0", fault: { status: 200, body: "0" }, code: "UC-205" },
      { reply: "nothing at all", fault: { close: "after" as const }, code: "UC-309" },
    ])("is not said to be hung up where uContact answers $reply", async ({ fault, code }) => {
      await stage.sandbox.fault({ path: HANGUP, ...fault });
      const popup = await openPopup(stage);
      await popup.waitForSelector("#hang-up");
      await popup.click("#hang-up");
      await popup.waitForSelector(".hang-up .notice");
      expect(await popup.$eval(".hang-up .code", (line) => line.textContent)).toBe(code);
      expect(await settledPosts(stage)).toHaveLength(1);
      await popup.close();
    });
  });
});

async function paste(options: Page, value: string): Promise<void> {
  await options.$eval(
    '[name="instance"]',
    (field, pasted) => {
      (field as HTMLInputElement).value = pasted;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    value,
  );
}
