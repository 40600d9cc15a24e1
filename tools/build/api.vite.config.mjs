import { defineConfig } from 'vite';
import { inRoot } from '../workspace/paths.mjs';

const entry = (name) => inRoot('apps', 'api', 'src', `${name}.ts`);

const PROGRAMS = ['st0r', 'main', 'worker', 'cli', 'health'];

/** What brings machine code, threads or data in files of its own, and what only some installations ever load. */
const BESIDE = [
  '@aws-sdk/client-s3',
  '@aws-sdk/lib-storage',
  'argon2',
  'bullmq',
  'ioredis',
  'pdfkit',
  'pino',
  'sharp',
  'ssh2',
];

/**
 * The API's programs, and `st0r` that starts one of them, from one build with the packages they use: finding three thousand
 * modules in `node_modules` takes longer than everything else a start does.
 */
export default defineConfig({
  root: inRoot('apps', 'api'),
  logLevel: 'warn',
  publicDir: false,
  resolve: { tsconfigPaths: true },
  ssr: { target: 'node', noExternal: true, external: BESIDE },
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
