import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_PACKING = /\.(js|css|ttf)$/;
const pack = promisify(gzip);

/**
 * Lays a packed copy beside every file that is worth it, and lets `vite preview` send that one: packing three megabytes
 * for each visitor takes longer than everything else that a server has to do for a page.
 */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => WORTH_PACKING.test(name));
      await Promise.all(files.map((name) => packFile(join(dir, name))));
    },
    configurePreviewServer({ config, middlewares }) {
      const folder = resolve(config.root, config.build.outDir);
      middlewares.use((request, response, next) => {
        const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (WORTH_PACKING.test(path)) response.setHeader('Vary', 'Accept-Encoding');
        const wantsPacked = request.headers['accept-encoding']?.includes('gzip') === true;
        // The server of files knows the ending: it names the encoding and the type of what is packed.
        if (wantsPacked && WORTH_PACKING.test(path) && existsSync(join(folder, `${path}.gz`)))
          request.url = `${path}.gz`;
        next();
      });
    },
  };
}

async function packFile(path: string): Promise<void> {
  await writeFile(`${path}.gz`, await pack(await readFile(path), { level: 9 }));
}
