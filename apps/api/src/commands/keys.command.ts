import type { INestApplicationContext } from '@nestjs/common';
import { Option, type Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeyBook } from '../modules/keys';
import { OrganisationAdminService } from '../modules/orgs';
import { NotFound } from '../platform/errors';
import { NodeList, RingReports, RootKeyCeremony, Rewrap } from '../platform/keys';
import { kitCommands } from './kit.command';
import { ringTable } from './ring-table';
import { inHouse, lookingAround } from './house';

const SECONDS = 1000;

/** `st0r keys`: the ceremony of a new root key, one decision at a time, and data keys that are replaced. */
export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('The keys of this installation');
  keys
    .command('status')
    .description('Show the root keys, what is wrapped under them, and who holds them')
    .option('--json', 'print everything as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const report = await lookingAround((app) => app.get(RingReports).read());
      console.log(json ? JSON.stringify(report, null, 2) : ringTable(report));
    });
  keys.command('stage').description('Make a new root key that nothing uses yet').action(stage);
  keys
    .command('activate')
    .description('Make the staged root key the active one; every running process must hold it')
    .addOption(new Option('--wait <seconds>', 'wait this long for processes that lack it').default('30'))
    .action(({ wait }: { wait: string }) => activate(Number(wait)));
  keys.command('rewrap').description('Wrap every data key under the active root key; may be repeated').action(rewrap);
  keys
    .command('retire')
    .description('Take a root key that nothing needs out of the keyring for good')
    .argument('[version]', 'a staged key to discard; the predecessor when left out')
    .action(retire);
  keys
    .command('rotate')
    .description('Replace a data key; a running worker moves its values')
    .argument('<purpose>', 'vault, idx, user-totp, job')
    .option('--organisation <short name>', 'whose key; one of the installation when left out')
    .action(rotate);
  kitCommands(keys);
  keys
    .command('rotations')
    .description('Show data keys that are being replaced, and the last that were')
    .action(rotations);
}

async function rotate(purpose: string, { organisation }: { organisation?: string }): Promise<void> {
  const begun = await inHouse(async (app) => {
    const client = organisation === undefined ? undefined : await clientCalled(app, organisation);
    return app.get(KeyBook).rotate({ purpose: purpose.replaceAll('-', '_'), organisationId: client?.id });
  });
  console.log(`The ${purpose} key is ${begun.toVersion} now. Its values follow; look at: st0r keys rotations`);
}

async function clientCalled(app: INestApplicationContext, name: string): Promise<{ id: string }> {
  const found = (await app.get(OrganisationAdminService).directory()).find(({ slug }) => slug === name);
  if (!found) throw new NotFound('organisation');
  return found;
}

async function rotations(): Promise<void> {
  const rows = await lookingAround((app) => app.get(KeyBook).recent());
  if (rows.length === 0) console.log('No data key was ever replaced.');
  for (const { organisationId, purpose, fromVersion, toVersion, state, done, total, dead } of rows)
    console.log(
      `${organisationId ?? 'installation'} ${purpose} ${fromVersion} -> ${toVersion}: ${state}, ${done} of ${total} values` +
        (dead > 0 ? `, ${dead} do not open: st0r vault verify` : ''),
    );
}

async function stage(): Promise<void> {
  const staged = await lookingAround((app) => app.get(RootKeyCeremony).stage());
  console.log(`Root key ${staged.version} is staged (check value ${staged.check}). Nothing uses it.`);
  console.log('Give the keyring to every machine that runs ClientSt0r, then: st0r keys activate');
}

async function activate(wait: number): Promise<void> {
  await lookingAround(async (app) => {
    const ceremony = app.get(RootKeyCeremony);
    const version = await untilHeld(wait, () => ceremony.activate());
    console.log(`Root key ${version} is active.`);
    const nodes = app.get(NodeList);
    for (const until = Date.now() + wait * SECONDS; Date.now() < until; await sleep(SECONDS)) {
      const waiting = (await nodes.running()).filter(({ rootKeys }) => !rootKeys.some(isActive(version)));
      if (waiting.length === 0) return console.log('Every running process uses it. Next: st0r keys rewrap');
    }
    console.log('Not every process has said so yet; look at: st0r keys status');
  });
}

const isActive =
  (version: number) =>
  (key: { version: number; state: string }): boolean =>
    key.version === version && key.state === 'active';

/** Processes hear of a copied keyring within seconds; a refusal after `wait` seconds names who did not. */
async function untilHeld(wait: number, act: () => Promise<{ version: number }>): Promise<number> {
  for (const until = Date.now() + wait * SECONDS; ; await sleep(SECONDS)) {
    try {
      return (await act()).version;
    } catch (error) {
      if ((error as { code?: string }).code !== 'root_key.not_everywhere' || Date.now() >= until) throw error;
    }
  }
}

async function rewrap(): Promise<void> {
  const { done, dead } = await lookingAround((app) => {
    console.log('Wrapping the data keys again ...');
    return app.get(Rewrap).run((count) => console.log(`${count} done`));
  });
  console.log(`${done} data keys are wrapped under the active root key now.`);
  for (const one of dead) console.log(`WRONG ${one.table} ${one.key}: root key ${one.version}: ${one.reason}`);
  if (dead.length > 0) process.exitCode = 1;
  else console.log('Nothing needs the key before it. Next: st0r keys retire');
}

async function retire(version: string | undefined): Promise<void> {
  const gone = await lookingAround((app) =>
    app.get(Rewrap).retire(version === undefined ? undefined : Number(version)),
  );
  console.log(`Root key ${gone} is retired and no longer in the keyring.`);
  console.log('Give the keyring to every machine once more. Backups made before still need the old key: keep its kit.');
}
