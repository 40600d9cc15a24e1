import type { Command } from 'commander';
import { existsSync, writeFileSync } from 'node:fs';
import { SupportBundle } from '../modules/status';
import { readSettings } from '../platform/config';
import { examine } from './doctor.command';
import { lookingAround } from './house';

/** `st0r support-bundle`: what somebody who helps wants to know, without secrets. */
export function supportCommand(program: Command): void {
  program
    .command('support-bundle')
    .description('Write a zip file for whoever helps: findings, settings and logs without secrets')
    .requiredOption('--out <file>', 'where to write it; a file that exists is kept')
    .action(async ({ out }: { out: string }) => {
      if (existsSync(out)) throw new Error(`${out} exists already. Choose another name.`);
      const findings = await examine(readSettings(process.env));
      const bytes = await lookingAround((app) => app.get(SupportBundle).make(findings));
      writeFileSync(out, bytes, { mode: 0o600, flag: 'wx' });
      console.log(`${out} is written, ${Math.ceil(bytes.length / 1024)} KiB. Read it before you send it.`);
    });
}
