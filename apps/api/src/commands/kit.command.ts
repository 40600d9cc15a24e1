import { Option, type Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { RecoveryKits, recoverSecrets } from '../modules/keys';
import { readSettings } from '../platform/config';
import { inHouse } from './house';

const NEEDED = 3;

/** `st0r keys kit|rehearse|recover`: what brings the keys back, printed, tried, and used. */
export function kitCommands(keys: Command): void {
  const kit = new Option('--kit <file>', 'the locked file of the kit (kit.age)').makeOptionMandatory();
  keys
    .command('kit')
    .description('Print a recovery kit: the locked keys, and five parts of which three open them')
    .requiredOption('--out <file>', 'where to write the document (PDF)')
    .action(print);
  keys
    .command('rehearse')
    .description('Try a recovery kit: opens every data key with it and changes nothing; reads three parts, one a line')
    .addOption(kit)
    .action(rehearse);
  keys
    .command('recover')
    .description('Put the keys of a kit back where they are missing; reads three parts, one a line')
    .addOption(kit)
    .action(recover);
}

async function print({ out }: { out: string }): Promise<void> {
  const kit = await inHouse(async (app) => {
    const made = await app.get(RecoveryKits).print();
    // Before it is written down as printed: a document that cannot be written was not.
    writeFileSync(out, made.pdf, { mode: 0o600, flag: 'wx' });
    return made.kit;
  });
  console.log(`Recovery kit ${kit} is in ${out}. Print it, give its parts to five people, and delete the file.`);
}

async function rehearse({ kit }: { kit: string }): Promise<void> {
  const file = readFileSync(kit, 'utf8');
  const typed = await typedParts();
  const { keys, failed } = await inHouse((app) => app.get(RecoveryKits).rehearse(file, typed));
  if (failed === 0) return console.log(`The kit opens all ${keys} data keys. It would bring everything back.`);
  process.exitCode = 1;
  console.log(`WRONG The kit does not open ${failed} of ${keys} data keys: print a new one with st0r keys kit.`);
}

async function recover({ kit }: { kit: string }): Promise<void> {
  const { SECRETS_DIR } = readSettings(process.env);
  const file = readFileSync(kit, 'utf8');
  const typed = await typedParts();
  const { written, made, kept } = await recoverSecrets(SECRETS_DIR, file, typed);
  if (written.length > 0) console.log(`Written to ${SECRETS_DIR}: ${written.join(', ')}`);
  if (made.length > 0) console.log(`Made anew, as it is of this machine alone: ${made.join(', ')}`);
  if (kept.length > 0) console.log(`There already, and left alone: ${kept.join(', ')}`);
  console.log(
    'Start ClientSt0r now, and run st0r doctor. If the keyring comes from elsewhere, copy it to its place first.',
  );
}

/** Never as arguments: those can be seen by everybody on the machine. */
async function typedParts(): Promise<string[]> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const parts: string[] = [];
  const ask = (): boolean => process.stderr.write(`Part ${parts.length + 1} of ${NEEDED}: `);
  ask();
  for await (const line of lines) {
    if (line.trim()) parts.push(line);
    if (parts.length === NEEDED) break;
    ask();
  }
  lines.close();
  return parts;
}
