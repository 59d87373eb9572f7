import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { inEachBrowser, marksAtRest, marksBecome, openMarked, pause, pointOf, settledPosts } from "../stage";

const CHURN_MS = 2_000;

inEachBrowser("a React page", {}, (stage) => {
  it.each(["/crm/react", "/crm/strict/react"])(
    "%s goes on re-rendering after a call, without an error",
    async (path) => {
      const page = await openMarked(stage, path);
      const { x, y } = await pointOf(page, 'tr[data-contact="1"] td.phone');
      await page.mouse.click(x, y);
      expect(await settledPosts(stage)).toHaveLength(1);

      const before = await renders(page);
      await page.click("#churn");
      await pause(CHURN_MS);
      await page.click("#churn");
      expect(await renders(page)).toBeGreaterThan(before + 10);
      expect(await page.evaluate(() => (window as unknown as { __reactErrors: string[] }).__reactErrors)).toEqual([]);
      await page.close();
    },
  );

  it("has its numbers live again after a filter changed the rows", async () => {
    const page = await openMarked(stage, "/crm/react?still");
    await page.type("#filter", "Emily");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
    await pause(300);
    const { x, y } = await pointOf(page, 'tr[data-contact="3"] td.phone');
    await page.mouse.click(x, y);
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["14155552671"]);
    await page.close();
  });

  it("marks each number once, however often its rows are rendered", async () => {
    const page = await openMarked(stage, "/crm/react?still");
    const before = await marksAtRest(page);
    await page.click("#churn");
    await pause(CHURN_MS);
    await page.click("#churn");
    await marksBecome(page, before);
    await page.close();
  });
});

const renders = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { __renders: number }).__renders);
