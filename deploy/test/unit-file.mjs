import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The settings of a unit file: { name: [values in order] }; an empty value forgets the ones before it. */
export function settingsOf(text) {
  const settings = {};
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (name) settings[name] = value === '' ? [] : [...(settings[name] ?? []), value];
  }
  return settings;
}

/** What systemd would start for a unit laid below `root`: { command, env }, with its credentials handed over in `folder`. */
export function startOf(root, unit, folder) {
  const settings = settingsOf(readFileSync(join(root, 'etc/systemd/system', unit), 'utf8'));
  mkdirSync(folder, { recursive: true });
  for (const credential of settings.LoadCredential ?? []) {
    const [name, path] = credential.split(':');
    cpSync(join(root, path), join(folder, name));
  }
  const files = (settings.EnvironmentFile ?? []).map((file) => readFileSync(join(root, file), 'utf8'));
  const lines = files.flatMap((text) => text.split('\n')).filter((line) => /^\w+=/.test(line));
  const pairs = [...lines, ...(settings.Environment ?? [])];
  const env = Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), valueOf(pair)]));
  const filled = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace('%d', folder)]));
  return { command: wordsOf(settings.ExecStart[0]).map((word) => inside(root, word)), env: filled };
}

/** The words of a command line of a unit; quoted ones stay together. */
export const wordsOf = (line) => line.match(/'[^']*'|"[^"]*"|\S+/g).map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));

const valueOf = (pair) => pair.slice(pair.indexOf('=') + 1).replace(/^"(.*)"$/, '$1');
const inside = (root, word) => (word.startsWith('/opt/') ? join(root, word) : word);
