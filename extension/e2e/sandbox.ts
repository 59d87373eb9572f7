/** A sandbox of one's own on a free port, what it received, and the settings that suit it. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { DevSettings } from "./browsers";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const BINARY = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, "target"), "debug/ucontact-sandbox");

/** The sandbox's default accounts. */
const ACCOUNT = {
  token: "c2FuZGJveDo4Y2Y4NTcwZS02MGU3LTQ0ZWQtYjc5OS0zYmFhYjIxMWIwNGQ=",
  agent: "ana.perez",
  extension: "1001",
  context: "agentes",
  campaigns: [
    { name: "Ventas->", caller_id: "525550001000" },
    { name: "Sales->", caller_id: "525550002000" },
  ],
  default_region: "MX",
  cancel_seconds: 0,
};

export interface Journaled {
  /** When it arrived, in milliseconds since 1970. */
  at: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
  matched: boolean;
  reply: { status: number; body: string } | null;
  why: string | null;
}

export interface Fault {
  path?: string;
  times?: number;
  delay_ms?: number;
  status?: number;
  body?: string;
  content_type?: string;
  headers?: Record<string, string>;
  close?: "before" | "after";
}

export interface Sandbox {
  url: string;
  settings(changed?: Partial<DevSettings>): DevSettings;
  /** The API requests received so far, oldest first. */
  posts(): Promise<Journaled[]>;
  /** All requests received so far, whatever their method. */
  received(): Promise<Journaled[]>;
  /** The calls that were placed, newest first. */
  calls(): Promise<{ extension: string; phase: string }[]>;
  fault(fault: Fault): Promise<void>;
  reset(): Promise<void>;
  stop(): void;
}

export async function startSandbox(): Promise<Sandbox> {
  const server = spawn(BINARY, ["--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, RUST_LOG: "warn" },
  });
  const url = await firstUrl(server.stdout);
  const journal = `${url}/sandbox/journal`;
  const faults = `${url}/sandbox/faults`;
  const received = async (): Promise<Journaled[]> => (await fetch(journal)).json();
  return {
    url,
    settings: (changed = {}) => ({ instance_url: url, sites: [`${url}/*`], ...ACCOUNT, ...changed }),
    async posts() {
      return (await received()).filter(({ method }) => method === "POST");
    },
    received,
    async calls() {
      return (await (await fetch(`${url}/sandbox/calls`)).json()).calls;
    },
    async fault(fault) {
      const reply = await fetch(faults, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(fault),
      });
      if (!reply.ok) throw new Error(`sandbox: ${await reply.text()}`);
    },
    async reset() {
      await fetch(journal, { method: "DELETE" });
      await fetch(faults, { method: "DELETE" });
    },
    stop: () => void server.kill(),
  };
}

async function firstUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error("the sandbox ended before it printed its address");
}
