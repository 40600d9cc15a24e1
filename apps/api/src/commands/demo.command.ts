import type { Command } from 'commander';
import { DemoData } from '../demo';
import { withServer } from './house';

/** `st0r demo load`: three believable clients, people for each role, and their sign-in data, printed once. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('Sample data')
    .command('load')
    .description('Load three sample clients and print how to sign in')
    .action(async () => {
      console.log(await withServer((app) => app.get(DemoData).loadWithPeople()));
    });
}
