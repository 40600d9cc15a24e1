import type { Command } from 'commander';
import { resolve } from 'node:path';
import { Refused } from '../../../../deploy/updater/refused.mjs';
import { schemaSteps, UpdateDesk, UpgradeCheck } from '../modules/updates';
import '../platform/events/migrations';
import '../platform/jobs/migrations';
import '../platform/keys/migrations';
import { inHouse, lookingAround } from './house';

type Report = Awaited<ReturnType<UpgradeCheck['of']>>;

const SIGNS = { ok: 'ok   ', warning: 'WARN ', blocker: 'STOP ' } as const;
const EXIT = { ready: 0, blocked: 1, untrusted: 2 } as const;

/** `st0r upgrade check|request|steps`: what another release would bring, and asking for it. */
export function upgradeCommand(program: Command): void {
  const upgrade = program.command('upgrade').description('Releases that could take the place of this one');
  upgrade
    .command('check')
    .description('Say what a bundle would change here, how long that takes, and what stands in the way')
    .argument('<bundle>', 'file of a release: <name>.st0r')
    .option('--json', 'print everything as JSON')
    .addHelpText(
      'after',
      '\nExit code 0: nothing stands in the way. 1: something does. 2: the bundle cannot be trusted.',
    )
    .action(check);
  upgrade
    .command('request')
    .description('Ask the updater of this machine for a bundle that lies in its inbox')
    .argument('<file>', 'its name in the inbox')
    .action(async (file: string) => {
      await inHouse((app) => app.get(UpdateDesk).ask(file));
      console.log('Asked for. Follow it with: journalctl -fu st0r-update');
    });
  upgrade
    .command('steps')
    .description('Print the steps of the schema of this release as JSON (for making bundles)')
    .action(async () => console.log(JSON.stringify(await schemaSteps(), null, 2)));
}

async function check(bundle: string, { json }: { json?: boolean }): Promise<void> {
  try {
    const report = await lookingAround((app) => app.get(UpgradeCheck).of(resolve(bundle)));
    console.log(json ? JSON.stringify(report, null, 2) : wordsOf(report));
    process.exitCode = report.ready ? EXIT.ready : EXIT.blocked;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(json ? JSON.stringify({ ready: false, code: error.code, says: error.message }) : error.message);
    process.exitCode = EXIT.untrusted;
  }
}

function wordsOf(report: Report): string {
  const { version, number, from, notes, steps, obstacles, ready } = report;
  const security = notes.filter((note) => note.security).length;
  return [
    `Release ${version} (number ${number}) in place of ${from}.`,
    security > 0 ? `It mends security ${security} times: bring it soon.` : '',
    ...notes.map((note) => `  ${note.security ? '(security) ' : ''}${note.text}`),
    steps.length === 0 ? 'The schema stays as it is.' : schemaWords(report),
    ...steps.map(
      ({ name, tables }) => `  ${name}: ${tables.map((one) => `${one.table} (about ${one.rows} rows)`).join(', ')}`,
    ),
    ...obstacles.map(({ name, state, says }) => `${SIGNS[state]} ${name}: ${says}`),
    ready ? 'Nothing stands in the way.' : 'Not like this: see STOP above.',
  ]
    .filter(Boolean)
    .join('\n');
}

const schemaWords = ({ steps, seconds }: Report): string =>
  `The schema takes ${steps.length} steps, at most about ${seconds} s:`;
