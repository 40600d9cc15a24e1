/** Compares two versions by their numbers: below zero when the first is older. */
export function compareVersions(one, other) {
  const numbers = (version) => version.split('-')[0].split('.').map(Number);
  const [left, right] = [numbers(one), numbers(other)];
  return left.map((number, index) => number - right[index]).find((difference) => difference !== 0) ?? 0;
}

/**
 * Why this release must not take the place of the installed one: [{ code, says }]; empty when it may. `schema` names the
 * steps the installed one has taken, where it says so.
 */
export function objections({ version, number, platform, schema = [] }, manifest) {
  const unknown = schema.filter((name) => !manifest.schema.some((step) => step.name === name));
  return [
    manifest.number <= number && {
      code: 'release.not_newer',
      says: `Release ${manifest.version} (number ${manifest.number}) is not newer than ${version} (number ${number}).`,
    },
    manifest.version === version && {
      code: 'release.same_version',
      says: `Release ${version} is installed already.`,
    },
    compareVersions(version, manifest.minimum) < 0 && {
      code: 'release.gap',
      says: `Release ${manifest.version} follows ${manifest.minimum} or a newer one; here is ${version}. Bring one in between first.`,
    },
    manifest.platform !== platform && {
      code: 'release.platform',
      says: `Release ${manifest.version} was made for ${manifest.platform}; this machine is ${platform}.`,
    },
    unknown.length > 0 && {
      code: 'release.schema',
      says: `Release ${manifest.version} does not know the database of ${version}: it lacks ${unknown.length} steps of its schema, the last of them ${unknown.at(-1)}. Make it from what came after ${version}.`,
    },
  ].filter(Boolean);
}

/** How a machine is called in manifests. */
export const PLATFORM = `${process.platform}-${process.arch}`;
