/** The one program of a release: its first word says which process this is, and only that one is loaded. */
const PROGRAMS: Record<string, () => Promise<unknown>> = {
  api: () => import('./main'),
  worker: () => import('./worker'),
  health: () => import('./health'),
};

const word = process.argv[2] ?? '';
void (PROGRAMS[word] ?? (() => import('./cli')))();
