const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * Optional packages that a locked package names but the lockfile lacks: [{ path, version, dev }].
 * npm leaves out what its registry cannot give for another platform, and `npm ci` then refuses the whole lockfile.
 */
export function missingOptional({ packages }) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev, inBundle }]) =>
    Object.entries(inBundle ? {} : optionalDependencies)
      .filter(([name]) => !found(packages, parent, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, version, dev })),
  );
}

// As Node looks a package up: in the folder of the one that asks, then in every folder above it.
function found(packages, parent, name) {
  for (let folder = parent; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/** The lockfile with those packages added, pinned to their version and bound to the platform their name says. */
export function completed(lock) {
  const added = missingOptional(lock).filter(({ version }) => EXACT.test(version));
  const entries = added.map(({ path, version, dev }) => [
    path,
    { version, ...platformOf(path), ...(dev && { dev }), optional: true },
  ]);
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(entries) });
  return { ...lock, packages: Object.fromEntries(packages.sort(([a], [b]) => a.localeCompare(b, 'en'))) };
}

function platformOf(path) {
  const words = path.split(/[/-]/);
  const os = SYSTEMS.find((name) => words.includes(name));
  const cpu = PROCESSORS.find((name) => words.includes(name)) ?? (words.includes('arm') ? 'arm' : undefined);
  const libc = /musl/.test(path) ? 'musl' : /gnu/.test(path) ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}
