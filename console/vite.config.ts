import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The page is served by the console's own process. Nothing is inlined, so that the policy for contents needs no
// exception: no script, no style and no picture inside the page itself.
//
// Texts that come with a part are named after it, so that they are told apart from the first ones of a language.
const textsOf = (module: string | null): string => /\/words\/(\w+)\/(?:\w+-)?\w+\.ts$/.exec(module ?? "")?.[1] ?? "";

export default defineConfig({
  base: "./",
  plugins: [svelte()],
  build: {
    outDir: "../src/firebreak/console/static",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => {
          const part = textsOf(facadeModuleId);
          return `assets/${part ? `texts-${part}-` : ""}[name]-[hash].js`;
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node", server: { deps: { inline: ["mgrs"] } } },
});
