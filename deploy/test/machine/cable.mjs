import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { inRoot } from '../../../tools/workspace/paths.mjs';
import { endProcess } from '../../../tools/workspace/processes.mjs';
import { run } from '../../../tools/workspace/run.mjs';

const netOf = (pid) => `--net=/proc/${pid}/ns/net`;

/** Types a command of `ip` in the network of a process. */
async function ip(pid, words) {
  const { code, output } = await run('nsenter', [netOf(pid), 'ip', ...words.split(' ')]);
  if (code !== 0) throw new Error(`ip ${words}: ${output}`);
}

/** Joins the networks of two processes by a cable; `addresses` are those of its two ends, one or several each. */
export async function joinByCable([one, other], name, addresses) {
  await ip(one, `link add ${name} type veth peer name ${name} netns ${other}`);
  for (const [pid, address] of [
    [one, addresses[0]],
    [other, addresses[1]],
  ]) {
    for (const each of [address].flat()) await ip(pid, `addr add ${each}/24 dev ${name}`);
    await ip(pid, `link set ${name} up`);
  }
}

/** Whether somebody in the network of a process gets through to an address; a firewall that drops answers nothing. */
export async function reaches(pid, host, port) {
  const script = `require('net').connect(${port}, '${host}').on('connect', () => process.exit(0)).on('error', () => process.exit(1));
    setTimeout(() => process.exit(1), 1000)`;
  return (await run('nsenter', [netOf(pid), process.execPath, '-e', script])).code === 0;
}

/**
 * Somebody in another network, that of a process or one of their own: what is asked at the address `reach` answers comes
 * from over there. `own` are the addresses they may come from.
 */
export class Elsewhere {
  constructor(child, own) {
    Object.assign(this, { child, own, pid: child.pid });
  }

  static async start({ network, own } = {}) {
    const into = network ? ['nsenter', [netOf(network)]] : ['unshare', ['--net']];
    const words = [...into[1], process.execPath, inRoot('deploy/test/machine/relay.mjs')];
    const child = spawn(into[0], words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await once(child, 'message');
    return new Elsewhere(child, own);
  }

  /** A port of this machine's loopback that leads to an address over there. */
  async reach(host, port) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const here = server.address().port;
    const taken = once(this.child, 'message');
    this.child.send({ host, port, from: this.own }, server);
    await taken;
    server.close();
    return here;
  }

  stop() {
    return endProcess(this.child.pid);
  }
}
