import { defineConfig } from 'vite';
import { inRoot } from '../workspace/paths.mjs';

const entry = (name) => inRoot('apps', 'api', 'src', `${name}.ts`);

/** The API's three programs from one build; packages stay in node_modules, our libraries are bundled. */
export default defineConfig({
  root: inRoot('apps', 'api'),
  logLevel: 'warn',
  publicDir: false,
  resolve: { tsconfigPaths: true },
  ssr: { target: 'node' },
  build: {
    ssr: true,
    target: 'node26',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: entry('main'), worker: entry('worker'), cli: entry('cli') },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
