import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before the updater: ends the process without a word right before its n-th change of the machine, as a power cut
// or an impatient operator would; without a number it only counts them.
const CHANGES = ['writeFileSync', 'renameSync', 'symlinkSync', 'rmSync', 'mkdirSync', 'chmodSync', 'createWriteStream'];
const { KILL_AT, KILL_COUNT } = process.env;
let seen = 0;

function counted(module, name) {
  const real = module[name];
  module[name] = (...words) => {
    if (KILL_AT && seen === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
    seen += 1;
    return real(...words);
  };
}

for (const name of CHANGES) counted(fs, name);
for (const name of ['spawn', 'spawnSync']) counted(childProcess, name);
syncBuiltinESMExports();
if (KILL_COUNT) process.on('exit', () => fs.appendFileSync(KILL_COUNT, `${seen}\n`));
