import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const fontPackage = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json'),
);

/** Our address of each font file, under fixed names: the public pages and the application share one copy. */
const FONT_FILES: Record<string, string> = {
  'assets/fonts/atkinson-next-latin.woff2': 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'assets/fonts/atkinson-next-latin-ext.woff2': 'files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  'assets/fonts/LICENSE-OFL.txt': 'LICENSE',
};

function selfHostedFont(): Plugin {
  return {
    name: 'guichet:self-hosted-font',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = FONT_FILES[(request.url ?? '').slice(1)];
        if (!file) return next();
        createReadStream(join(fontPackage, file)).pipe(response);
      });
    },
    async generateBundle() {
      for (const [fileName, file] of Object.entries(FONT_FILES)) {
        this.emitFile({ type: 'asset', fileName, source: await readFile(join(fontPackage, file)) });
      }
    },
  };
}

const TOUR = '/tour/tour-routes.tsx';
/** Asked for later, needed on the road all the same: signals start again with the network. */
const ALSO_NEEDED = /socket|esm/;

/** The worker of the tour, with the list of the built files it keeps: the application, the tour, the rules, the letter. */
function tourWorker(): Plugin {
  return {
    name: 'guichet:tour-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = new Set(['/favicon.svg', '/assets/fonts/atkinson-next-latin.woff2']);
      const seen = new Set<string>();
      const add = (name: string) => {
        const chunk = bundle[name];
        if (chunk?.type !== 'chunk' || seen.has(name)) return;
        seen.add(name);
        files.add(`/${name}`);
        for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(`/${sheet}`);
        for (const next of chunk.imports) add(next);
        for (const next of chunk.dynamicImports) if (ALSO_NEEDED.test(next)) add(next);
      };
      const chunks = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? [each] : []));
      const tour = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(TOUR));
      if (!tour) throw new Error(`the chunk of ${TOUR} was not found: the tour would not open without network`);
      for (const { isEntry, fileName } of chunks) if (isEntry) add(fileName);
      for (const name of [tour.fileName, ...tour.dynamicImports]) add(name);
      const list = JSON.stringify([...files].sort());
      const source = (await readFile(join(here, 'tour/offline-worker.js'), 'utf8'))
        .replace('__FILES__', list)
        .replace('__BUILD__', createHash('sha256').update(list).digest('hex').slice(0, 12));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}

const api = process.env.GUICHET_API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), selfHostedFont(), tourWorker()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/socket.io': { target: api, ws: true, changeOrigin: false },
    },
  },
});
