/** A Tryton of one's own: server and web client as Debian packages them, on a database that goes with it. */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { pause } from "../stage";

const WEB_CLIENT = "/usr/share/tryton-sao/www";
const DATABASE = "crm";
export const ADMIN = { user: "admin", password: "throw-away" };
const PARTIES = 200;

interface Party {
  id: number;
  /** Of its first way of contact. */
  contact: number;
  /** That number, as the call's destination. */
  destination: string;
}

export interface Tryton {
  url: string;
  /** The web client of the database. */
  client: string;
  parties: Party[];
  stop(): Promise<void>;
}

export async function startTryton(): Promise<Tryton> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "click-to-call-tryton-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const config = path.join(folder, "trytond.conf");
  await writeFile(config, configFor(folder, url));
  // A new database is an empty file; Tryton asks that it be there.
  await writeFile(path.join(folder, `${DATABASE}.sqlite`), "");
  await setUp(folder, config);
  const server = spawn("trytond", ["-c", config], { stdio: "ignore" });
  const stop = async (): Promise<void> => {
    server.kill();
    await rm(folder, { recursive: true });
  };
  try {
    await answering(url);
    return { url, client: `${url}/#${DATABASE}`, parties: await fill(url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const configFor = (folder: string, url: string): string =>
  [
    "[web]",
    `listen = ${new URL(url).host}`,
    `root = ${WEB_CLIENT}`,
    "[database]",
    "uri = sqlite://",
    `path = ${folder}`,
    "",
  ].join("\n");

async function setUp(folder: string, config: string): Promise<void> {
  const TRYTONPASSFILE = path.join(folder, "password");
  await writeFile(TRYTONPASSFILE, ADMIN.password);
  const order = [
    "-c",
    config,
    "-d",
    DATABASE,
    "-u",
    "party",
    "--activate-dependencies",
    "--email",
    "admin@example.com",
  ];
  await promisify(execFile)("trytond-admin", order, { env: { ...process.env, TRYTONPASSFILE } });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await pause(200);
  }
  throw new Error("Tryton's server does not answer");
}

/** As people write them: with and without the country, and with words behind. */
const written = (index: number): string =>
  [
    `+52 55 ${5000 + index} ${1000 + index}`,
    `55 ${5000 + index} ${1000 + index} (ask for Maria)`,
    `(55) ${5000 + index}-${1000 + index} ext. 12`,
  ][index % 3]!;

/** Makes the parties, each with two numbers, by the calls that the web client makes. */
async function fill(url: string): Promise<Party[]> {
  const rpc = async <T>(method: string, params: unknown[], session?: string): Promise<T> => {
    const headers = { "content-type": "application/json", ...(session && { authorization: `Session ${session}` }) };
    const reply = await fetch(`${url}/${DATABASE}/`, {
      method: "POST",
      headers,
      body: JSON.stringify({ id: 0, method, params }),
    });
    const { result, error } = (await reply.json()) as { result: T; error?: unknown };
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  const [user, key] = await rpc<[number, string]>("common.db.login", [ADMIN.user, { password: ADMIN.password }, "en"]);
  const session = btoa(`${ADMIN.user}:${user}:${key}`);
  const mechanisms = (index: number): unknown[] => [
    { type: "phone", value: written(index) },
    { type: "mobile", value: `+1 415 555 ${1000 + index}` },
  ];
  const values = Array.from({ length: PARTIES }, (_, index) => ({
    name: `Party ${String(index).padStart(3, "0")}`,
    contact_mechanisms: [["create", mechanisms(index)]],
  }));
  const ids = await rpc<number[]>("model.party.party.create", [values, {}], session);
  const parties = await rpc<{ contact_mechanisms: number[] }[]>(
    "model.party.party.read",
    [ids, ["contact_mechanisms"], {}],
    session,
  );
  return ids.map((id, index) => ({
    id,
    contact: parties[index]!.contact_mechanisms[0]!,
    destination: `5255${5000 + index}${1000 + index}`,
  }));
}
