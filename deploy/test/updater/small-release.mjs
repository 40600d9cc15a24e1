import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { layPublicKey, makeBundle } from '../../../tools/release/bundle.mjs';

/**
 * A release of a few files in place of many thousand. `fails` names what goes wrong while it is the present one: backup,
 * stop, migrate, start, secrets, health. `units` are those it has more. It has as many steps of the schema as its number
 * says, unless `schema` lists others.
 */
export function smallRelease(folder, facts) {
  const { version, number, minimum = '1.0.0', fails = [], units = [], key } = facts;
  const { schema = Array.from({ length: number }, (_, at) => aStep(`Step${at + 1}`)) } = facts;
  const files = {
    'package.json': JSON.stringify({ name: 'client-st0r', version, release: { number, minimum } }),
    VERSION: `${version}\n`,
    'CHANGELOG.md': `# Changes\n\n## ${version}\n\n- **Security:** something is mended.\n- Something is new.\n`,
    'schema.json': JSON.stringify(schema),
    'bin/st0r': `#!/bin/sh\n! grep -qx secrets "$(dirname "$0")/../fails"\n`,
    'deploy/systemd/st0r-api.service': `# of release ${version}\n`,
    'deploy/systemd/st0r-update.service': `# updater of release ${version}\n`,
    ...Object.fromEntries(units.map((name) => [`deploy/systemd/${name}`, '# more\n'])),
    'deploy/updater/main.mjs': '// a program\n',
    'apps/page.html': `<h1>${version}</h1>\n`,
    fails: `${fails.join('\n')}\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  chmodSync(join(folder, 'bin/st0r'), 0o755);
  symlinkSync('../apps/page.html', join(folder, 'bin/page'));
  if (key) layPublicKey(folder, key);
  return folder;
}

/** A step of the schema that adds something. */
export const aStep = (name) => ({ name, tables: ['asset'], removes: false, drops: [] });

/** A signed bundle of such a release; answers { file, manifest }. */
export async function smallBundle(place, facts) {
  const folder = smallRelease(join(place, `tree-${facts.version}`), facts);
  const file = join(place, `st0r-${facts.version}.st0r`);
  return { file, manifest: await makeBundle(folder, { file, key: facts.key }) };
}
