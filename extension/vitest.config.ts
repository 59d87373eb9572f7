import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** As in build.mjs: two imports of the wasm glue are two modules. */
const wasmInstances = {
  find: /^#wasm/,
  replacement: fileURLToPath(new URL("generated/dev/ucontact_wasm.js", import.meta.url)),
};

const inBrowsers = {
  // A case mostly waits, for a browser or for a request that must not come.
  maxWorkers: 2,
  testTimeout: 60_000,
  hookTimeout: 90_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: [wasmInstances] },
        test: { name: "unit", include: ["**/*.test.ts"], exclude: ["e2e/**", "node_modules/**"], environment: "node" },
      },
      {
        test: {
          ...inBrowsers,
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          exclude: ["e2e/crm/**", "**/node_modules/**"],
        },
      },
      // Needs a server that only `./build.sh test --crm` installs.
      { test: { ...inBrowsers, name: "crm", include: ["e2e/crm/*.test.ts"] } },
    ],
  },
});
