import { defineConfig } from 'vite';
import { inRoot } from '../workspace/paths.mjs';

const entry = (name) => inRoot('apps', 'api', 'src', `${name}.ts`);

const PROGRAMS = ['st0r', 'main', 'worker', 'cli', 'health'];

/** The API's programs, and `st0r` that starts one of them, from one build; packages stay in node_modules, our libraries are bundled. */
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
      input: Object.fromEntries(PROGRAMS.map((name) => [name, entry(name)])),
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
