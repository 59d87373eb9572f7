/** Serves pages on a free port of the loopback, as of two origins: `127.0.0.1` and `localhost`. */
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8" };

export interface PageServer {
  url: string;
  /** The same server as another origin. */
  otherUrl: string;
  stop(): void;
}

/** The files of a folder. */
export const servePages = (folder: string): Promise<PageServer> =>
  serve((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = path.join(folder, path.basename(pathname));
    readFile(file).then(
      (body) => response.setHeader("content-type", TYPES[path.extname(file)] ?? "text/plain").end(body),
      () => response.writeHead(404).end(),
    );
  });

export async function serve(answer: RequestListener): Promise<PageServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    otherUrl: `http://localhost:${port}`,
    stop: () => void server.close(),
  };
}
