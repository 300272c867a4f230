import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The page is served by the console's own process. Nothing is inlined, so that the policy for contents needs no
// exception: no script, no style and no picture inside the page itself.
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
  },
  test: { include: ["src/**/*.test.ts"], environment: "node", server: { deps: { inline: ["mgrs"] } } },
});
