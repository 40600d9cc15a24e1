import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { run } from '../../tools/workspace/run.mjs';

const LOOPBACK = /^(?:[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/;
const LISTENING = '0A';

/**
 * Another machine, as far as this one allows: a network namespace joined by a virtual cable, or, where making one is not
 * allowed, the list of what listens beyond loopback. Answers { how, addresses, open(), reaches(), remove() }.
 */
export async function portsSeenFromElsewhere() {
  const name = `st0r${process.pid}`;
  const net = `10.213.${process.pid % 250}`;
  const made = await ip([
    ['netns', 'add', name],
    ['link', 'add', `${name}a`, 'type', 'veth', 'peer', 'name', `${name}b`, 'netns', name],
    ['addr', 'add', `${net}.1/30`, 'dev', `${name}a`],
    ['link', 'set', `${name}a`, 'up'],
    ['-n', name, 'addr', 'add', `${net}.2/30`, 'dev', `${name}b`],
    ['-n', name, 'link', 'set', `${name}b`, 'up'],
  ]);
  // The cable goes with the namespace that holds its other end.
  const remove = () => ip([['netns', 'del', name]]);
  if (made) return { how: 'a namespace', ...namespaceView(name, `${net}.1`), remove };
  await remove();
  return { how: 'what listens', addresses: [], ...listeningView(), remove: async () => {} };
}

async function ip(commands) {
  for (const words of commands) {
    const { code } = await run('ip', words).catch(() => ({ code: 1 }));
    if (code !== 0) return false;
  }
  return true;
}

function namespaceView(name, here) {
  const script = (port) =>
    `require('net').connect(${port}, '${here}').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`;
  const reaches = async (port) =>
    (await run('ip', ['netns', 'exec', name, process.execPath, '-e', script(port)])).code === 0;
  const open = async ({ pids, ports }) => {
    const all = new Set([...ports, ...pids.flatMap((pid) => listening(pid).map(({ port }) => port))]);
    const seen = [];
    for (const port of all) if (await reaches(port)) seen.push(port);
    return seen;
  };
  return { addresses: [here], open, reaches };
}

function listeningView() {
  return {
    open: async ({ pids }) => pids.flatMap(listening).filter(({ address }) => !LOOPBACK.test(address)),
    // Without another machine to ask from, nginx has only loopback to listen on.
    reaches: async () => true,
  };
}

/** What a process listens on: [{ address, port }], addresses in the words of the kernel. */
function listening(pid) {
  const inodes = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => inodeOf(pid, fd)));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words[3] === LISTENING && inodes.has(words[9]))
      .map(([, local]) => ({ address: local.split(':')[0], port: Number.parseInt(local.split(':')[1], 16) })),
  );
}

function inodeOf(pid, fd) {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
  } catch {
    return undefined;
  }
}
