import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../../apps/api/src/platform/http/headers';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { addedHeaders, blocksOf, locationsOf } from './locations.mjs';

const read = (name) => readFileSync(inRoot('deploy', 'nginx', 'st0r', name), 'utf8');
const snippets = ['headers.conf', 'headers-shared.conf'].map(read).join('\n');
const includes = ({ directives }) => directives.filter(([word]) => word === 'include').map(([, file]) => file);

describe('the nginx site', () => {
  it('sends the headers the API sends, word for word', () => {
    const { 'strict-transport-security': _tls, 'retry-after': _later, ...added } = addedHeaders(snippets);
    expect(added).toEqual(SECURITY_HEADERS);
    expect(read('http.conf')).toContain(`on "${STRICT_TRANSPORT}";`);
  });

  it('takes away from the API what it sends itself, so that no header comes twice', () => {
    const hidden = blocksOf(read('proxy.conf')).directives.filter(([word]) => word === 'proxy_hide_header');
    expect(hidden.map(([, name]) => name.toLowerCase()).sort()).toEqual(
      [...Object.keys(SECURITY_HEADERS), 'strict-transport-security'].sort(),
    );
  });

  it('H01 includes the headers in every location', () => {
    const locations = ['site.conf', 'problems.conf'].flatMap((name) => locationsOf(blocksOf(read(name))));
    expect(locations.length).toBeGreaterThan(12);
    const without = locations.filter(
      (one) => !includes(one).some((file) => /^st0r\/headers(-shared)?\.conf$/.test(file)),
    );
    expect(without.map(({ args }) => args.join(' '))).toEqual([]);
  });

  it('adds no header in a block that would make nginx forget the others', () => {
    const inner = locationsOf(blocksOf(read('site.conf'))).flatMap(({ blocks }) => blocks);
    expect(inner.filter(({ directives }) => directives.some(([word]) => word === 'add_header'))).toEqual([]);
  });

  it('answers each of its own refusals with a problem document of that status', () => {
    const names = readdirSync(inRoot('deploy', 'nginx', 'st0r', 'problems'));
    for (const name of names) {
      const problem = JSON.parse(read(`problems/${name}`));
      expect(`${problem.status}.json`).toBe(name);
      expect(problem).toMatchObject({ type: `urn:st0r:problem:${problem.code}`, detail: expect.stringMatching(/\.$/) });
    }
    const led = [...read('problem-pages.conf').matchAll(/\/\.st0r-problem\/(\d+\.json);/g)].map(([, name]) => name);
    expect([...new Set(led)].sort()).toEqual(names.sort());
  });

  it('overwrites whatever a client claims about itself', () => {
    const set = blocksOf(read('proxy.conf')).directives.filter(([word]) => word === 'proxy_set_header');
    expect(Object.fromEntries(set.map(([, name, value]) => [name, value]))).toMatchObject({
      'X-Forwarded-For': '$remote_addr',
      'X-Forwarded-Host': '',
      'X-Real-IP': '',
      Forwarded: '',
    });
  });
});
