import { Option, type Command } from 'commander';
import { createInterface } from 'node:readline/promises';
import { Setup } from '../modules/auth';
import { RoleSeed } from '../modules/access';
import { readSettings } from '../platform/config';
import { inHouse } from './house';

/** `st0r setup-link` and `st0r user create-admin`. */
export function peopleCommand(program: Command): void {
  program
    .command('setup-link')
    .description('Print a one-time set-up link while nobody has an account')
    .action(async () => {
      const settings = readSettings(process.env);
      if (!(await Setup.openIn(settings))) return;
      const token = await inHouse((app) => app.get(Setup).link());
      const { HOST, PORT, PUBLIC_URL } = settings;
      if (token) console.log(`${PUBLIC_URL ?? `http://${HOST}:${PORT}`}/setup#token=${token}`);
    });
  const user = program.command('user').description('Accounts');
  user
    .command('create-admin')
    .description('Create a platform administrator; the password is read from standard input')
    .addOption(new Option('--email <email>').makeOptionMandatory())
    .addOption(new Option('--name <name>').makeOptionMandatory())
    .action(async ({ email, name }: { email: string; name: string }) => {
      const password = await firstLine();
      await inHouse(async (app) => {
        await app.get(RoleSeed).run();
        await app.get(Setup).createAdmin({ email, name, password });
      });
      console.log(`${email} can sign in and sets up a second factor there.`);
    });
}

async function firstLine(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}
