import { PresenceFilter } from 'ldapts';
import { afterEach, describe, expect, it } from 'vitest';
import { directoryOfPages, type Page } from '../fixture/pages.fixture';
import { Directory } from './directory';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

/** Everybody a directory with these pages is seen to hold, and how often it was asked. */
async function read(pages: readonly Page[]): Promise<{ names: string[]; asked: number }> {
  const server = await directoryOfPages(pages);
  ({ stop } = server);
  const directory = new Directory(server.socket as never);
  const filter = new PresenceFilter({ attribute: 'objectClass' });
  const names: string[] = [];
  for await (const page of directory.all({ base: 'dc=x', filter, attributes: ['1.1'] }))
    names.push(...page.map(({ dn }) => dn));
  return { names, asked: server.searches() };
}

describe('D04 reading page by page', () => {
  it.each([
    ['in the middle', [['cn=a'], [], ['cn=b']], 3],
    ['at the beginning, twice', [[], [], ['cn=a', 'cn=b']], 3],
    ['at the end', [['cn=a', 'cn=b'], []], 2],
  ])('goes on after an empty page %s: the cookie decides', async (_, pages, asked) => {
    const given = pages.map((names, at) => ({ names, more: at < pages.length - 1 }));
    expect(await read(given)).toEqual({ names: ['cn=a', 'cn=b'], asked });
  });

  it('ends with the cookie, and not with an empty page', async () => {
    const pages = [{ names: ['cn=a'], more: false }];
    expect(await read(pages)).toEqual({ names: ['cn=a'], asked: 1 });
  });
});
