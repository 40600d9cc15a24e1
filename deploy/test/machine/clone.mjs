import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../tools/workspace/paths.mjs';
import { run } from '../../../tools/workspace/run.mjs';

/** A clone of the project somebody works in: this one underneath, and what they change and make in a folder of its own. */
export class Clone {
  constructor(place) {
    this.folder = join(place, 'clone');
    this.work = join(place, 'work');
    for (const folder of [this.folder, this.work]) mkdirSync(folder);
  }

  /** Types a command there that must succeed; answers what was said. What it makes lies in `folder`. */
  async must(command) {
    const here = inRoot();
    const mount = `mount -t overlay overlay -o lowerdir=${here},upperdir=${this.folder},workdir=${this.work} ${here}`;
    const words = ['--mount', '--propagation=private', 'sh', '-ec', `${mount}\ncd ${here}\n${command}`];
    const { code, output } = await run('unshare', words, { cwd: '/' });
    if (code !== 0) throw new Error(`${command}: ${output}`);
    return output;
  }

  /** Raises version and number of the release, as for the next one. */
  async raise(version) {
    const next = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const text = JSON.stringify(
      { ...next, version, release: { ...next.release, number: next.release.number + 1 } },
      null,
      2,
    );
    await this.must(`cat > package.json <<'END'\n${text}\nEND`);
  }
}
