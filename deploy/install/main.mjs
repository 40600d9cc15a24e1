import { parseArgs } from 'node:util';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Host } from './host.mjs';
import { checkSystem, StopInstall } from './system.mjs';
import { STEPS } from './steps.mjs';

const HELP = `deploy/install.sh --domain <name> [--certificate <file> --key <file>] [--enable-firewall] [--dry-run] [--root <folder>]
  --domain           the name people will type; asked for once, then read from /etc/st0r/st0r.env
  --certificate      PEM file with the chain, --key its key; without them one for 30 days is made
  --enable-firewall  switches ufw on: SSH, 80 and 443 stay open, everything else closes
  --dry-run          says what would be done, changes nothing
  --root             lays the files into this folder, starts nothing: for building an image of a machine`;

const OPTIONS = {
  domain: { type: 'string' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  root: { type: 'string', default: '' },
  'enable-firewall': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** Brings a machine to the state of this release, step by step; answers the exit code. */
async function main(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) return say(HELP);
  const release = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const host = new Host({ root: values.root, dry: values['dry-run'], print: say });
  const plan = { ...values, release, ...(await checkSystem(host, values)) };
  for (const [title, step] of STEPS) {
    host.step(title);
    await step(host, plan);
  }
  return conclude(host, plan);
}

function conclude(host, plan) {
  const { changes, dry } = host;
  if (dry) say(changes ? `\n${changes} things would be done. Nothing was changed.` : '\nNothing to do.');
  else say(changes ? `\n${changes} things were done.` : '\nEverything was as it should be.');
  for (const line of plan.words ?? []) say(line);
  return 0;
}

function say(text) {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** @param {unknown} error */
function complain(error) {
  if (!(error instanceof StopInstall) && error?.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  process.stderr.write(`${[error.message, ...(error.waysOut ?? [HELP])].join('\n  ')}\n`);
  return 1;
}

process.umask(0o022);
process.exitCode = await main(process.argv.slice(2)).catch(complain);
