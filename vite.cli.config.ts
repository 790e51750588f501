import { execFileSync } from 'node:child_process';
import { defineConfig, type Plugin } from 'vite';

const FOLDER = 'dist/cli';

/** A build for Node, without dependencies. */
const nodeBuild = { outDir: FOLDER, target: 'node20', minify: false } as const;

/** What plugins cost is no warning for who starts the page. */
const checks = { pluginTimings: false };

/** Texts in ASCII: read in no time, and kept by V8 in a byte per character. */
function asciiChunks(): Plugin {
  return {
    name: 'ascii-chunks',
    renderChunk: (code) =>
      code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  };
}

/** A file of `src/cli/start`, with all that it needs. */
const startPart = (name: string) => ({
  consumer: 'server' as const,
  build: {
    ...nodeBuild,
    emptyOutDir: false,
    rolldownOptions: { checks, input: `src/cli/start/${name}.ts`, output: { entryFileNames: `${name}.mjs` } },
  },
});

/**
 * The command `rearm`, its worker and the runner of the corpus, beside the web build in `dist/`. First the program, in
 * scripts that can have a code cache, then what starts it; at last its code is recorded (`src/cli/start/`).
 */
export default defineConfig({
  publicDir: false,
  environments: {
    program: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        ...nodeBuild,
        emptyOutDir: true,
        rolldownOptions: {
          checks,
          input: {
            main: 'src/cli/main.ts',
            'warm-up': 'src/cli/start/warm-up.ts',
            'sim-worker': 'src/cli/sim-worker.ts',
            conformance: 'src/conformance/main.ts',
          },
          output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[hash].cjs' },
        },
      },
    },
    start: startPart('rearm'),
    record: startPart('record'),
  },
  builder: {
    async buildApp(builder) {
      for (const part of ['program', 'start', 'record']) await builder.build(builder.environments[part]);
      execFileSync(process.execPath, [`${FOLDER}/record.mjs`], { stdio: 'inherit' });
    },
  },
  plugins: [asciiChunks()],
});
