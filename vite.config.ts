import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/**
 * The small pieces every page of the shop draws with travel as one file: thirty files of a few hundred bytes cost more to ask for
 * than to read, and every page of the manifest names them all. What forms are made of is a second one.
 */
const pieces: Record<string, RegExp> = {
  everyday:
    /\/app\/(kit\/(address|answered|badge|brand|button|dialog|empty-state|icon|language-switch|menu|money|notice|page-header|pagination|product-picture|quantity-stepper|theme-switch|use-combobox|use-typed-answer|option-list|words)\.tsx?|words\/(about|days|everyday|locale|numbers|catalog|lists|frames|standing)\.ts|http\/packed\.ts)$/,
  form: /\/app\/(kit\/(checkbox|disclose|field|field-errors)\.tsx|words\/forms\.ts)$/,
};

function inOnePiece(id: string): string | undefined {
  return Object.keys(pieces).find((name) => pieces[name]?.test(id));
}

const site = defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rollupOptions: { output: { manualChunks: inOnePiece } },
  },
  ssr: {
    // Both are thousands of small files; bundling what is used lets the server start in a second.
    noExternal: ["lucide-react", "date-fns", "@date-fns/tz"],
    external: ["@node-rs/argon2"],
  },
  // Native addons: the browser never asks for them, and the dependency scan cannot read them.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
});

// `npx vitest` reads this file, too; tests need nothing of the site's build.
export default process.env.VITEST ? (await import("./tests/vitest.config.ts")).default : site;
