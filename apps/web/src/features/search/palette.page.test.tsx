import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import type { Me } from '../../shared/session';
import { answer, callerDigits } from './palette';

const acme = { id: 'a', slug: 'acme', name: 'Acme', colour: '#b3261e', permissions: ['vault.item.read'] };
const zenith = { ...acme, id: 'z', slug: 'zenith', name: 'Zenith' };
const me = { organisations: [acme, zenith] } as unknown as Me;
const credential = {
  id: '1',
  organisationId: 'a',
  name: 'FW admin',
  fields: { username: 'root' },
  secrets: [{ field: 'password' }, { field: 'totpSeed' }],
};

function serve(groups: object[] = [], credentials: object[] = [credential]) {
  return vi
    .spyOn(api, 'get')
    .mockImplementation(
      async (path: string) => (path === 'search' ? { groups } : { data: credentials, page: {} }) as never,
    );
}
const labels = async (permissions: string[]) => {
  serve();
  const held = { organisations: [{ ...acme, permissions }] } as unknown as Me;
  const items = await answer({ mode: 'everything', text: 'fw', org: undefined, me: held });
  return items[0]?.actions?.map(({ label, keys }) => `${keys} ${label}`);
};
afterEach(() => vi.restoreAllMocks());

describe('the palette', () => {
  it('looks at one client when the last word begins its name', async () => {
    const get = serve();
    await answer({ mode: 'everything', text: 'fw acm', org: undefined, me });
    expect(get).toHaveBeenCalledWith('credentials', { q: 'fw', org: 'acme', limit: 6 });
  });
  it('offers only acts the person may do', async () => {
    expect(await labels(['vault.item.read'])).toEqual(['shift+enter Copy user']);
    expect(await labels(['vault.item.read', 'vault.secret.reveal', 'vault.totp.use'])).toEqual([
      'enter Copy password',
      'shift+enter Copy user',
      'alt+t Copy code',
    ]);
  });
  it('keeps the acts of a credential that the index finds as well', async () => {
    const found = {
      type: 'credential',
      id: '1',
      title: 'FW admin',
      subtitle: null,
      organisation: acme,
      actions: ['open'],
    };
    serve([{ type: 'credential', results: [found] }]);
    const items = await answer({ mode: 'everything', text: 'fw', org: undefined, me });
    expect(items.map(({ id, actions }) => [id, actions?.length])).toEqual([['credential 1', 1]]);
  });
  it('does not ask for credentials where nobody lets the person see any', async () => {
    const get = serve();
    const blind = { organisations: [{ ...acme, permissions: ['org.read'] }] } as unknown as Me;
    await answer({ mode: 'everything', text: 'fw', org: undefined, me: blind });
    expect(get.mock.calls.map(([path]) => path)).toEqual(['search']);
  });
  it('finds a caller however the number is typed', async () => {
    const get = serve();
    await answer({ mode: 'exact', text: '+49 (30) 555-0106', org: undefined, me });
    expect(get.mock.calls.map(([, query]) => query?.['q'])).toEqual(['=49305550106', '=+49 (30) 555-0106']);
    expect(callerDigits('10.1.20.30')).toBeUndefined();
    expect(callerDigits('SN-123456')).toBeUndefined();
  });
});
