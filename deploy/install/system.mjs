import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** A reason not to go on, with the ways out. */
export class StopInstall extends Error {
  constructor(sentence, waysOut = []) {
    super(sentence);
    this.waysOut = waysOut;
  }
}

const SYSTEMS = { debian: ['12', '13'], ubuntu: ['24.04'] };
const MEMORY_MB = 1_900;
const ROOM_MB = 2_000;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Refuses machines and words we know to go wrong, before anything is changed. Answers { system, domain }. */
export async function checkSystem(host, { domain, certificate, key }) {
  if (process.getuid() !== 0) throw new StopInstall('Installing needs root.', ['sudo deploy/install.sh ...']);
  const system = systemOf(host.read('/etc/os-release') ?? '');
  if (!SYSTEMS[system.id]?.includes(system.version))
    throw new StopInstall(
      `This is ${system.name}; ClientSt0r installs itself on Debian 12, Debian 13 and Ubuntu 24.04.`,
      ['On other systems run the containers: docs/how-to/install-with-compose.md'],
    );
  const memory = Math.floor(totalmem() / 1_048_576);
  if (memory < MEMORY_MB)
    throw new StopInstall(`This machine has ${memory} MB of memory; ClientSt0r and its database need 2 GB.`);
  const { bavail, bsize } = statfsSync(host.root || '/');
  const free = Math.floor((bavail * bsize) / 1_048_576);
  if (free < ROOM_MB) throw new StopInstall(`Only ${free} MB are free; ${ROOM_MB} MB are needed.`);
  if (Boolean(certificate) !== Boolean(key)) throw new StopInstall('--certificate and --key belong together.');
  return { system, domain: domainOf(host, domain) };
}

function domainOf(host, given) {
  const [, known] = /^PUBLIC_URL=https:\/\/([^/\s:]+)/m.exec(host.read('/etc/st0r/st0r.env') ?? '') ?? [];
  const domain = given ?? known;
  if (!domain) throw new StopInstall('Under which name will people come?', ['--domain st0r.example.com']);
  if (!DOMAIN.test(domain))
    throw new StopInstall(`"${domain}" is not a name of a site.`, ['--domain st0r.example.com']);
  if (known && known !== domain)
    throw new StopInstall(`This installation is ${known}.`, [
      `To move it, change PUBLIC_URL in /etc/st0r/st0r.env and server_name in /etc/nginx/st0r/local/names.conf.`,
    ]);
  return domain;
}

function systemOf(text) {
  const value = (name) => new RegExp(`^${name}="?([^"\\n]*)`, 'm').exec(text)?.[1] ?? '';
  return { id: value('ID'), version: value('VERSION_ID'), name: value('PRETTY_NAME') || 'an unknown system' };
}
