import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { docsPage } from './scripts/docs.ts';
import { leanMonaco } from './vite.monaco.ts';
import { packedFiles } from './vite.packed.ts';

/** The headers that make a page cross-origin isolated, so that `SharedArrayBuffer` exists. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** What the first screen needs besides the entry; the page's head asks for all of it at once. */
const MONACO = /src\/app\/panels\/editor\/monaco\.ts$/;
const FIRST_FONTS =
  /ibm-plex-(mono-latin-400-(normal|italic)|mono-latin-600-normal|sans-latin-400-normal|sans-latin-600-normal).*woff2$/;

/** What everything shares comes in two files, not in thirty of a few hundred bytes. */
const FIRST_FILES = [
  {
    name: 'packages',
    test: /node_modules\/(react|react-dom|scheduler|dockview|dockview-core|dockview-react|zustand|idb|lucide-react)\//,
  },
  {
    name: 'shared',
    test: /src\/(lib|app\/(state|bar|canvas|log|widgets\/(?!menu\.)|(commands|files|format|layout|notices|parts)\.tsx?|panels\/(panels\.ts|editor\/(editor-panel|decorations|known))))|use-sync-external-store|preload-helper/,
  },
];

/** Lets the editor and the first fonts come beside the entry, not after it. */
function preloadEditor(): Plugin {
  return {
    name: 'preload-editor',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const files = Object.values(bundle);
        const editor = files.find((file) => file.type === 'chunk' && MONACO.test(file.facadeModuleId ?? ''));
        const styles = editor?.type === 'chunk' ? [...(editor.viteMetadata?.importedCss ?? [])] : [];
        const fonts = files.map((file) => file.fileName).filter((name) => FIRST_FONTS.test(name));
        const link = (attrs: Record<string, string | boolean>) => ({ tag: 'link', injectTo: 'head' as const, attrs });
        return [
          ...fonts.map((name) =>
            link({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${name}` }),
          ),
          ...(editor === undefined
            ? []
            : [link({ rel: 'modulepreload', crossorigin: true, href: `./${editor.fileName}` })]),
          ...styles.map((name) => link({ rel: 'preload', as: 'style', crossorigin: true, href: `./${name}` })),
        ];
      },
    },
  };
}

/** The documents as pages below `docs/`: the console's pages lead there. */
function documentPages(): Plugin {
  const folder = new URL('docs/', import.meta.url);
  const pageOf = (name: string): string => docsPage(readFileSync(new URL(`${name}.md`, folder), 'utf8'));
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []));
  return {
    name: 'document-pages',
    generateBundle() {
      for (const name of names) this.emitFile({ type: 'asset', fileName: `docs/${name}.html`, source: pageOf(name) });
    },
    configureServer(server) {
      server.middlewares.use('/docs', (request, response, next) => {
        const name = /^\/([\w-]+)\.html/.exec(request.url ?? '')?.[1] ?? '';
        if (!names.includes(name)) return next();
        response.setHeader('Content-Type', 'text/html');
        response.end(pageOf(name));
      });
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), leanMonaco(), preloadEditor(), documentPages(), packedFiles()],
  server: { headers: isolation, host: '127.0.0.1', port: 5173, strictPort: true },
  preview: { headers: isolation, host: '127.0.0.1', port: 4173, strictPort: true },
  // Lazily imported packages must be known at start, or the dev server reloads in mid-session.
  optimizeDeps: { entries: ['index.html', 'src/**/*.{ts,tsx}', '!src/**/*.test.*'] },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: { groups: FIRST_FILES } }, checks: { pluginTimings: false } },
  },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    // Tests of one worker share the modules they load: that is two fifths of the time of most.
    isolate: false,
    coverage: { provider: 'v8', include: ['src/engine/**'] },
  },
});
