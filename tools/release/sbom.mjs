import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
// Without --omit: npm then leaves out what development uses as well, jose and zod among them.
const ARGUMENTS = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];

/** What a release is called inside its bill of materials, and the file it lies in. */
export const SBOM_FILE = 'sbom.cdx.json';

/** The bill of materials (CycloneDX) of what `package-lock.json` in this folder brings into production, by npm itself. */
export async function billOfMaterials(folder) {
  const { stdout } = await runFile('npm', ARGUMENTS, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  const bill = JSON.parse(stdout);
  const { name, version } = readJson(folder, 'package.json');
  const shipped = shippedPackages(folder);
  // npm calls the whole by the folder it lies in.
  Object.assign(bill.metadata.component, { name, version });
  bill.components = bill.components.filter((one) => shipped.has(`${nameOf(one)}@${one.version}`));
  const known = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])]);
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => known.has(one)) }));
  return bill;
}

/** Writes it into a release tree; answers how many packages it names. */
export async function writeBill(folder) {
  const bill = await billOfMaterials(folder);
  writeFileSync(join(folder, SBOM_FILE), `${JSON.stringify(bill, null, 2)}\n`);
  return `${bill.components.length} packages`;
}

const readJson = (folder, file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** What the lockfile brings into production, as `name@version`; our own tools are no part of it, whoever could use them. */
export function shippedPackages(folder) {
  const { packages } = readJson(folder, 'package-lock.json');
  const { devDependencies = {} } = readJson(folder, 'package.json');
  const shipped = Object.entries(packages).filter(([path, { dev, devOptional }]) => {
    const direct = path.slice('node_modules/'.length);
    return path !== '' && !dev && !(devOptional && direct in devDependencies);
  });
  return new Set(shipped.map(([path, one]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${one.version}`));
}

/** The name npm knows a component by. */
export const nameOf = ({ group, name }) => (group ? `${group}/${name}` : name);
