/** Where views are opened: a sandbox, this folder's pages, and a browser set up as the view's world is. */
import type { Page } from "puppeteer-core";
import { launch, type Options, type Session } from "../browsers";
import { type PageServer, servePages } from "../page-server";
import { hindrance, impose, type Imposed, policyArrives } from "../policy/policies";
import { type Sandbox, startSandbox } from "../sandbox";
import { pause, waitForMarks } from "../stage";
import { putInJournal } from "./entries";
import type { Launch } from "./looks";
import type { View } from "./views";
import { POLICIES, type World, WORLDS } from "./worlds";

export class Stand {
  private session: Session | undefined;
  private imposed: Imposed | undefined;
  private world: World | undefined;
  /** A page of the extension, to work on its database from. */
  private own: Page | undefined;

  private constructor(
    private readonly how: Omit<Launch, "looks">,
    private readonly sandbox: Sandbox,
    private readonly pages: PageServer,
  ) {}

  static async build(how: Omit<Launch, "looks">): Promise<Stand> {
    return new Stand(how, await startSandbox(), await servePages(import.meta.dirname));
  }

  /** Opens a view and brings it into its state; null where this machine can't show its world. */
  async open(view: View): Promise<Page | null> {
    if (view.world in POLICIES && hindrance(this.how.browser)) return null;
    const session = await this.enter(view.world);
    await this.sandbox.reset();
    await putInJournal(this.own!, view.calls?.() ?? []);
    if (view.fault) await this.sandbox.fault(view.fault);
    if (view.behind) await this.openTab(session, view.behind, !view.unmarked);
    const page = await this.openTab(session, view.opens);
    await view.act?.(page, this.sandbox);
    return page;
  }

  /** Ends a view. */
  async leave(view: View): Promise<void> {
    if (view.lasts) return this.exit();
    const [first, ...opened] = (await this.session?.browser.pages()) ?? [];
    for (const page of opened) if (page !== this.own) await page.close();
    await first?.bringToFront();
  }

  async close(): Promise<void> {
    await this.exit();
    this.sandbox.stop();
    this.pages.stop();
  }

  private async enter(world: World): Promise<Session> {
    if (this.session && this.world === world) return this.session;
    await this.exit();
    const options: Options = { lang: this.how.lang, scheme: this.how.scheme };
    const policy = POLICIES[world];
    if (policy) {
      this.imposed = await impose(this.how.browser, policy);
      Object.assign(options, this.imposed.on);
    }
    const changed = WORLDS[world];
    const settings = changed && this.sandbox.settings(changed);
    if (settings && !("sites" in changed)) settings.sites.push(`${this.pages.url}/*`);
    this.world = world;
    this.session = await launch(this.how.browser, settings, options);
    if (policy) await policyArrives(this.session);
    if (world === "new") await closeWelcome(this.session);
    this.own = await this.session.openOwn("options/diagnostics.html");
    return this.session;
  }

  private async exit(): Promise<void> {
    await this.session?.close();
    await this.imposed?.lift();
    this.session = this.imposed = this.world = this.own = undefined;
  }

  private async openTab(session: Session, address: string, marked = true): Promise<Page> {
    const page = await this.load(session, address, marked);
    await page.bringToFront();
    return page;
  }

  private async load(session: Session, address: string, marked: boolean): Promise<Page> {
    if (/^\w/.test(address)) return session.openOwn(address);
    const base = address.startsWith("./") ? this.pages.url : this.sandbox.url;
    const page = await session.newPage(new URL(address, base).href);
    if (marked) await waitForMarks(page);
    return page;
  }
}

/** The options, which a first run opens by itself, would come in between. */
async function closeWelcome({ browser, extensionOrigin }: Session): Promise<void> {
  const shows = (page: Page): Promise<boolean> =>
    page.evaluate((wanted) => location.href === wanted, `${extensionOrigin}/options/options.html`).catch(() => false);
  for (let tries = 0; tries < 100; tries += 1) {
    for (const page of await browser.pages()) if (await shows(page)) return page.close();
    await pause(50);
  }
}
