import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../workspace/paths.mjs';
import { SHAPES, secretsIn } from './secrets.mjs';

const fill = (letters, length) => letters.repeat(length).slice(0, length);
const { privateKey } = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
/** One of each, put together here so that this file holds none. */
const PLANTED = {
  'private key': [rsa, privateKey].map((key) => key.export({ type: 'pkcs8', format: 'pem' })),
  'age identity': [`AGE-SECRET-KEY-1${fill('QPZRY9X8GF2', 58)}`],
  'AWS access key': [`AKIA${fill('Z7QW2', 16)}`],
  'GitHub token': [`ghp_${fill('aB3', 36)}`, `github_pat_${fill('aB3_', 82)}`],
  'GitLab token': [`glpat-${fill('aB3-x', 20)}`],
  'npm token': [`npm_${fill('aB3', 36)}`],
  'Slack token': [`xoxb-${fill('12345-', 30)}`],
  'Stripe key': [`sk_live_${fill('aB3', 24)}`],
  'Google API key': [`AIza${fill('aB3-', 35)}`],
  'Snyk token': [`SNYK_TOKEN=${crypto.randomUUID()}`],
  'signed token': [`eyJ${fill('hbGc', 30)}.eyJ${fill('zdWI', 30)}.${fill('c2ln', 60)}`],
  'password in an address': [`mysql://root:${fill('Tr0ub4dor', 12)}@db.internal:3306/x`],
};

/** Programs of others beside ours are not text, and the lockfile holds hashes alone. */
const TEXT =
  /\.(?:[cm]?[jt]sx?|json|md|css|html|ya?ml|sql|graphql|sh|conf|env|service|txt|xml|pem|key|py|cnf|toml)$|(?:^|\/)[^.]+$/;

describe('X11 the scan for secrets', () => {
  it.each(Object.keys(SHAPES))('finds: %s', (name) => {
    for (const secret of PLANTED[name]) expect(secretsIn(`const x = '${secret}';\n`)).toContain(name);
  });

  it('finds none in the repository', () => {
    const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: inRoot(),
    });
    const files = tracked
      .toString()
      .split('\0')
      .filter((path) => TEXT.test(path) && path !== 'package-lock.json');
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((path) => {
      if (!statSync(inRoot(path), { throwIfNoEntry: false })?.isFile()) return [];
      return secretsIn(readFileSync(inRoot(path), 'utf8')).map((name) => `${path}: ${name}`);
    });
    expect(found).toEqual([]);
  });
});
