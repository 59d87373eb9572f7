import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EXTENSION, readJson, ROOT, scripts } from "../testing/shipped";

type Messages = Record<string, { message: string }>;

const LANGUAGES = readdirSync(path.join(EXTENSION, "_locales"));
const locales = Object.fromEntries(
  LANGUAGES.map((language) => [language, readJson<Messages>(EXTENSION, "_locales", language, "messages.json")]),
);
const english = locales["en"]!;
const manifestText = readFileSync(path.join(ROOT, "manifest.json"), "utf8");
const manifestKeys = [...manifestText.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key!);

/** The codes of a union in the generated types, such as `"code": "required"`. */
function codesOf(type: string, tag = "code"): string[] {
  const types = readFileSync(path.join(EXTENSION, "generated/types.ts"), "utf8");
  const declaration = types.split(/^export type /m).find((part) => part.startsWith(`${type} =`));
  const codes = [...(declaration ?? "").matchAll(new RegExp(`"${tag}": "(\\w+)"`, "g"))].map(([, code]) => code!);
  expect(codes.length, `codes of ${type}`).toBeGreaterThan(0);
  return codes;
}

/** Faults are named by their fields, and a cancelled call isn't explained. */
const SAID_OTHERWISE = ["not_sent_invalid", "not_sent_cancelled"];

/** The keys that the code puts together from a prefix and a code. */
const composed: Record<string, string[]> = {
  rule_: codesOf("Rule"),
  not_sent_: codesOf("NotSentReason"),
  cause_: codesOf("UnknownReason"),
  log_off_: codesOf("AskedOutcome", "state"),
  end_session_: codesOf("EndSessionOutcome", "state"),
  stored_token_: ["none", "memory", "computer"],
  state_: ["not_set_up", "signed_out", "ready"],
  brief_: codesOf("CallOutcome", "state"),
  step_: ["options", "allow", "repair", "again", "call", "copy"],
};
const composedKeys = Object.entries(composed)
  .flatMap(([prefix, codes]) => codes.map((code) => prefix + code))
  .filter((key) => !SAID_OTHERWISE.includes(key));

const code = scripts.map(({ text }) => text).join("\n");
const quoted = new Set([...code.matchAll(/"(\w+)"/g)].map(([, word]) => word!));

describe("the languages", () => {
  test("are these", () => expect(LANGUAGES.sort()).toEqual(["en", "es", "pt_BR"]));

  test.each(LANGUAGES)("%s says everything that English says, in its order", (language) => {
    expect(Object.keys(locales[language]!)).toEqual(Object.keys(english));
  });

  test.each(LANGUAGES)("%s leaves nothing empty and nothing in the browser's own placeholders", (language) => {
    for (const [key, { message }] of Object.entries(locales[language]!)) {
      expect(message.trim(), key).not.toBe("");
      expect(message, key).not.toMatch(/\$\w+\$|\$(?!\d)/);
    }
  });

  test.each(LANGUAGES)("%s fills in what English fills in", (language) => {
    const placeholders = ({ message }: { message: string }) => (message.match(/\$\d/g) ?? []).sort();
    for (const [key, said] of Object.entries(locales[language]!)) {
      expect(placeholders(said), key).toEqual(placeholders(english[key]!));
    }
  });

  test.each(LANGUAGES.filter((language) => language !== "en"))("%s is translated", (language) => {
    const same = Object.keys(english).filter((key) => locales[language]![key]!.message === english[key]!.message);
    // Names, numbers and words that both languages share.
    expect(same.length / Object.keys(english).length).toBeLessThan(0.15);
  });

  test.each(LANGUAGES)("%s names itself as browsers name it", (language) => {
    expect(locales[language]!["language"]!.message).toBe(language.replace("_", "-"));
  });
});

describe("the keys", () => {
  test("of every code exist", () => expect(Object.keys(english)).toEqual(expect.arrayContaining(composedKeys)));

  test("that the code puts together are those whose codes are listed here", () => {
    const prefixes = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, prefix]) => prefix!);
    expect([...new Set(prefixes)].sort()).toEqual(Object.keys(composed).sort());
  });

  test("that the code asks for exist", () => {
    const asked = [...code.matchAll(/\btext\("(\w+)"/g)].map(([, key]) => key!);
    expect(asked.length).toBeGreaterThan(30);
    expect(Object.keys(english)).toEqual(expect.arrayContaining(asked));
  });

  test("that the manifest asks for exist", () => {
    expect(manifestKeys.length).toBeGreaterThan(0);
    expect(Object.keys(english)).toEqual(expect.arrayContaining(manifestKeys));
  });

  test("are all used", () => {
    const used = (key: string) => quoted.has(key) || manifestKeys.includes(key) || composedKeys.includes(key);
    expect(Object.keys(english).filter((key) => !used(key))).toEqual([]);
  });
});

describe.each(LANGUAGES)("the stores take the %s", (language) => {
  const manifest = JSON.parse(manifestText) as { name: string; description: string; action: { default_title: string } };
  const said = (text: string) => text.replace(/__MSG_(\w+)__/g, (_, key: string) => locales[language]![key]!.message);

  test("name: at most 75 characters", () => expect(said(manifest.name).length).toBeLessThanOrEqual(75));

  test("description: at most 132 characters", () => expect(said(manifest.description).length).toBeLessThanOrEqual(132));
});
