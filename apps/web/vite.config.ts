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

const api = process.env.GUICHET_API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), selfHostedFont()],
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
