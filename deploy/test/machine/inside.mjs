import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a machine changes of the one it runs on, seen by itself alone. */
const OVERLAID = ['etc', 'opt', 'var', 'run', 'usr/local'];
/** Of a machine with a network and processes of its own as well: its programs, and the home of whoever administers it. */
const OVERLAID_APART = ['root', 'usr/sbin'];
const APART = ['net', 'uts', 'pid'];

/**
 * Keeps the file systems of a machine, laid over those of this one, until told to end. `apart` is its name in a network of
 * its own, where it sees only its own processes; they end with it. Answers { pid, words, end }: `words` lead nsenter there.
 */
export async function enter(root, { apart } = {}) {
  const names = apart ? [...OVERLAID, ...OVERLAID_APART] : OVERLAID;
  for (const name of names)
    for (const folder of [join(root, name), join(root, '.work', name)]) mkdirSync(folder, { recursive: true });
  const mounts = names.map(
    (name) =>
      `mount -t overlay overlay -o lowerdir=/${name},upperdir=${root}/${name},workdir=${root}/.work/${name} /${name}`,
  );
  // What runs on this machine has sockets in /run that must not be found.
  const own = apart ? ['mount -t tmpfs tmpfs /run', 'ip link set lo up', `hostname ${apart}`] : [];
  const spaces = apart ? [...APART.map((space) => `--${space}`), '--fork', '--kill-child', '--mount-proc'] : [];
  const script = [...mounts, ...own, 'echo ready', 'exec cat'].join('\n');
  const child = spawn('unshare', ['--mount', '--propagation=private', ...spaces, 'sh', '-ec', script]);
  let words = '';
  child.stderr.on('data', (chunk) => (words += chunk));
  const ended = once(child, 'close').then(() => Promise.reject(new Error(`No machine could be made: ${words}`)));
  ended.catch(() => undefined);
  await Promise.race([once(child.stdout, 'data'), ended]);
  const pid = apart ? onlyChildOf(child.pid) : child.pid;
  const end = async () => {
    child.stdin.end();
    await ended.catch(() => undefined);
  };
  return { pid, end, words: ['mnt', ...(apart ? APART : [])].map((space) => spaceOf(pid, space)) };
}

const onlyChildOf = (pid) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));
const spaceOf = (pid, space) => `--${space === 'mnt' ? 'mount' : space}=/proc/${pid}/ns/${space}`;
