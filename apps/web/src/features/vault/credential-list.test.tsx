import { describe, expect, it } from 'vitest';
import { splitFolder, withFolder } from './credential-list';
import { treeOf, topOf, withBelow, type VaultFolder } from './folders';
import { hostOf, siteOf } from './credential-types';
import { bodyOf, valuesFor } from './credential-values';
import { seedOf, seedProblem } from './totp-seed';
import type { Credential } from './credential-types';

const ids = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b'];
const folder = (id: string, name: string, parentId: string | null = null) =>
  ({ id, name, parentId }) as unknown as VaultFolder;

describe('the folder of a list', () => {
  it('is kept apart from the filters a person types', () => {
    for (const choice of [undefined, 'none', ids.slice(0, 1), ids] as const) {
      const chips = withFolder('type:vpn fire', choice);
      expect(splitFolder(chips)).toEqual({ folder: choice, rest: 'type:vpn fire' });
    }
  });
  it('holds everything below it', () => {
    const lines = treeOf([
      folder('a', 'Net'),
      folder('c', 'Web'),
      folder('b', 'Firewalls', 'a'),
      folder('d', 'X', 'gone'),
    ]);
    expect(lines.map(({ folder: each, depth }) => `${depth}${each.id}`)).toEqual(['0a', '1b', '0c', '0d']);
    expect(withBelow(lines, 'a')).toEqual(['a', 'b']);
    expect(topOf(lines, ['b', 'a'])?.id).toBe('a');
  });
});

describe('the address of a credential', () => {
  it('is a link only when it is a web address', () => {
    expect(siteOf('javascript:alert(1)')).toBeUndefined();
    expect(siteOf('ssh://host')).toBeUndefined();
    expect(siteOf('fw.acme.test/login')?.href).toBe('https://fw.acme.test/login');
    expect(hostOf('10.0.0.1:8443')).toBe('10.0.0.1:8443');
  });
});

describe('a key for one-time codes', () => {
  it('is taken as an address or bare, with the spaces apps print', () => {
    expect(seedProblem('otpauth://totp/Acme:admin?secret=JBSWY3DPEHPK3PXP')).toBeUndefined();
    expect(seedProblem('jbsw y3dp ehpk 3pxp')).toBeUndefined();
    expect(seedOf(' jbsw y3dp ehpk 3pxp ')).toBe('JBSWY3DPEHPK3PXP');
    expect(seedProblem('otpauth://totp/Acme')).toContain('neither');
  });
});

describe('changing the type of a credential', () => {
  it('takes away what the new type does not have, without knowing it', () => {
    const before = {
      name: 'Switch',
      type: 'network_device',
      fields: { username: 'admin', deviceHost: '10.0.0.2' },
      secrets: [{ field: 'password' }, { field: 'enableSecret' }],
      links: [],
    } as unknown as Credential;
    const body = bodyOf({ ...valuesFor(before), type: 'website' }, before);
    expect(body.fields).toEqual({ deviceHost: null, enableSecret: null });
  });
});
