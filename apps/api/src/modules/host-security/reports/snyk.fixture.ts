type Json = Record<string, unknown>;

/** A vulnerability as `snyk test --json` writes it, once for each way that leads to the package. */
export const aVulnerability = (more: Json = {}): Json => ({
  id: 'SNYK-JS-TARFOO-1536528',
  title: 'Arbitrary File Overwrite',
  severity: 'high',
  severityWithCritical: 'high',
  cvssScore: 8.2,
  packageName: 'tarfoo',
  moduleName: 'tarfoo',
  name: 'tarfoo',
  version: '4.4.1',
  from: ['shop@1.0.0', 'builder@2.0.0', 'tarfoo@4.4.1'],
  upgradePath: [false, 'builder@2.1.0', 'tarfoo@4.4.16'],
  fixedIn: ['4.4.16', '6.1.7'],
  identifiers: { CVE: ['CVE-2021-32804'], CWE: ['CWE-22'] },
  semver: { vulnerable: ['<4.4.16', '>=5.0.0 <6.1.7'] },
  isUpgradable: true,
  isPatchable: false,
  ...more,
});

/** A licence that the organisation does not want. */
export const aLicence = (more: Json = {}): Json => ({
  id: 'snyk:lic:npm:gpl-thing:GPL-3.0',
  type: 'license',
  title: 'GPL-3.0 license',
  license: 'GPL-3.0',
  severity: 'medium',
  packageName: 'gpl-thing',
  version: '1.2.0',
  from: ['shop@1.0.0', 'gpl-thing@1.2.0'],
  semver: { vulnerable: ['>=0'] },
  ...more,
});

/** What Snyk says about one project. */
export const aProject = (vulnerabilities: readonly Json[], more: Json = {}): Json => ({
  vulnerabilities,
  ok: vulnerabilities.length === 0,
  dependencyCount: 212,
  org: 'acme',
  policy: '# Snyk (https://snyk.io) policy file',
  isPrivate: true,
  packageManager: 'npm',
  summary: `${vulnerabilities.length} vulnerable dependency paths`,
  filesystemPolicy: false,
  uniqueCount: vulnerabilities.length,
  projectName: 'shop',
  foundProjectCount: 1,
  displayTargetFile: 'package-lock.json',
  path: '/home/somebody/secret-folder/shop',
  ...more,
});

/** What Snyk says when it could not look. */
export const anExcuse = (error = 'Missing node_modules folder: we can’t test without dependencies.'): Json => ({
  ok: false,
  error,
  path: '/home/somebody/secret-folder/shop',
});
