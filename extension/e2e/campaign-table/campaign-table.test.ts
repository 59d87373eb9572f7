import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import type { ElementHandle, Page } from "puppeteer-core";
import { violationsOn } from "../axe";
import { downloadsFolder, savedIn } from "../downloads";
import { inEachBrowser, type Stage } from "../stage";

const downloads = downloadsFolder();

inEachBrowser("the table of campaigns", { downloads }, (stage) => {
  it("comes from a file, shown first, and goes into one that is the same", async () => {
    const options = await openOptions(stage);
    await choose(
      options,
      '\ufeffCampaña;DID;Notas;DID\r\nVentas->;525550001000;x;525550009000\r\n"Cobro; B->";525550003000;;\r\n',
    );
    expect(await rowsOf(options)).toEqual(["2 Ventas-> 525550001000, 525550009000", "3 Cobro; B-> 525550003000"]);
    expect(await violationsOn(options)).toEqual([]);
    await options.click("dialog .primary");
    await options.waitForFunction(() => document.querySelectorAll(".row.campaign").length === 2);
    const more = await options.$$eval("[name=more_caller_ids]", (all) =>
      all.map((field) => (field as HTMLInputElement).value),
    );
    expect(more).toEqual(["525550009000", ""]);
    await options.click("footer button.primary");
    await options.waitForSelector("footer .saved");
    await options.click("#export-campaigns");
    expect(await savedIn(downloads)).toBe(
      "campaign,caller_id,caller_id\nVentas->,525550001000,525550009000\nCobro; B->,525550003000\n",
    );
    await options.close();
  });

  it("with a fault is not taken, and says which line and why", async () => {
    const options = await openOptions(stage);
    await choose(options, "Ventas->,12a\nSales->,525550002000,525550002000\n");
    const told = (await rowsOf(options)).join("\n");
    expect(told).toMatch(/^1 Ventas-> 12a.*7 to 15 digits/);
    expect(told).toMatch(/\n2 Sales->.*twice/);
    expect(await options.$("dialog .primary")).toBeNull();
    await options.close();
  });

  it("takes other caller IDs in a line, each checked", async () => {
    const options = await openOptions(stage);
    const field = (await options.$("[name=more_caller_ids]"))!;
    await field.click({ count: 3 });
    await field.type("525550007000, 12");
    await options.click("footer button.primary");
    await options.waitForSelector("footer .faulty");
    expect(await options.$eval(".row.campaign", (row) => row.textContent)).toContain("7 to 15 digits");
    await field.click({ count: 3 });
    await field.type("525550007000, 525550008000");
    await options.click("footer button.primary");
    await options.waitForSelector("footer .saved");
    await options.close();
  });
});

async function openOptions({ session }: Stage): Promise<Page> {
  const options = await session.openOwn("options/options.html");
  await options.bringToFront();
  return options;
}

async function choose(options: Page, table: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "table-"));
  await writeFile(path.join(folder, "table.csv"), table);
  const input = (await options.$("[name=import_campaigns]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path.join(folder, "table.csv"));
  await options.waitForSelector("dialog[open] .rows");
  await rm(folder, { recursive: true });
}

const rowsOf = (options: Page): Promise<string[]> =>
  options.$$eval("dialog .rows li", (rows) => rows.map((row) => `${(row as HTMLLIElement).value} ${row.textContent}`));
