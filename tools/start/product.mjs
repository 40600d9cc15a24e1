import { inRoot } from '../workspace/paths.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';

/** The built program of the API, the worker or the operator command line. */
export const program = (name) => inRoot('apps', 'api', 'dist', `${name}.js`);

/**
 * Arguments with which Node runs one of the built programs. Young objects get 16 MiB instead of 32: what is kept twice
 * of it is memory nobody misses.
 */
export const nodeArguments = (name, args = []) => ['--max-semi-space-size=16', program(name), ...args];

/** Everything the API's programs are told; what the caller's environment sets stays unless we decide it. */
export function productEnvironment(settings, databaseEnv) {
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    SECRETS_DIR: settings.secretsDir,
    KEYRING_FILE: settings.keyringFile,
    WEB_ROOT: inRoot('apps', 'web', 'dist'),
    // The C library keeps freed memory for each thread that ever took some; two pools are enough for ours.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    // A start need not compile what the one before has compiled.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('node_modules', '.cache', 'compiled'),
    ...databaseEnv,
  };
}

/** Runs one operator command to its end and answers what it printed. */
export async function operatorCommand(words, env) {
  const { code, output } = await run(process.execPath, nodeArguments('cli', words), { env });
  if (code === 0) return output.trim();
  throw new PlainError(`"${words.join(' ')}" failed. Its last words:`, tail(output, 30));
}
