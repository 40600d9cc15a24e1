import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { iconSprite } from './build/icon-sprite.ts';

const root = join(import.meta.dirname, '../..');
const api = process.env['API_URL'] ?? 'http://127.0.0.1:8080';
// The API compares Origin with its own address, so the proxy presents itself as that address.
const proxied = { target: api, changeOrigin: true, headers: { origin: api } };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), iconSprite(root)],
  resolve: { tsconfigPaths: true },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': proxied, '/graphql': proxied, '/health': proxied },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The API reference is a page of its own: see docs/decisions/010.
      input: ['index.html', 'help/api.html'].map((page) => join(import.meta.dirname, page)),
      // Parts of the kit and of a feature that a page does not name stay out of its chunk.
      treeshake: {
        moduleSideEffects: (id) =>
          !/\/(libs\/(ui|list-query|net|api-client)|apps\/web)\/src\/(?!main\.tsx|api-reference\/main\.ts).*\.tsx?$/.test(
            id,
          ),
      },
    },
  },
});
