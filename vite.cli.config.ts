import { defineConfig } from 'vite';

/** The command `rearm` and its worker: one bundle without dependencies, beside the web build in `dist/`. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        rearm: 'src/cli/main.ts',
        'sim-worker': 'src/cli/sim-worker.ts',
        conformance: 'src/conformance/main.ts',
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
    },
  },
});
