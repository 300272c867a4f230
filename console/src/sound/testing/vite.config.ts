import { defineConfig } from "vite";

// The page on which tests in a browser drive the sound. It is no part of the console.
export default defineConfig({
  publicDir: false,
  build: {
    lib: { entry: new URL("stand.ts", import.meta.url).pathname, formats: ["es"], fileName: () => "stand.js" },
    target: "es2023",
    minify: false,
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
