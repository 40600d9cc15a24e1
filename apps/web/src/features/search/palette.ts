import type { Api } from '@st0r/api-client';
import type { IconName, PaletteItem } from '@st0r/ui';
import type { PaletteQuestion } from '../../app/feature';
import { api } from '../../shared/api';
import { credentialItems } from './credentials';
import { say } from './messages';

type Result = Api<'SearchResult'>;

/** How each type of record is drawn and where it opens; types the page has no place for are left out. */
const kinds: Record<string, { group: string; icon: IconName; path: string }> = {
  asset: { group: say('asset'), icon: 'pc-display', path: 'assets/' },
  contact: { group: say('contact'), icon: 'person', path: 'people/' },
  site: { group: say('site'), icon: 'geo-alt', path: 'sites/' },
  organisation: { group: say('organisation'), icon: 'building', path: '' },
  credential: { group: say('credential'), icon: 'key', path: 'vault/' },
};
const marks = { everything: '', exact: '=', person: '@', command: '>', ticket: '#' } as const;

/** Answers the palette: credentials first, because a caller waits for them, then the rest as the index ranks it. */
export async function answer(question: PaletteQuestion): Promise<readonly PaletteItem[]> {
  const { mode, text, org } = question;
  if (text === '' || mode === 'command' || mode === 'ticket') return [];
  const digits = mode === 'person' ? undefined : callerDigits(text);
  const asked = [...(digits ? [`=${digits}`] : []), marks[mode] + text];
  const [secrets, ...found] = await Promise.all([
    mode === 'everything' ? credentialItems(question) : [],
    ...asked.map((q) => api.get<Api<'SearchAnswer'>>('search', { q, org: org?.slug })),
  ]);
  const results = found.flatMap(({ groups }) => groups.flatMap((group) => group.results));
  const items = [...secrets, ...results.flatMap((result) => itemOf(result) ?? [])];
  // The index may find a credential too; the first one stays, because it carries the acts.
  return items.filter((item, at) => items.findIndex(({ id }) => id === item.id) === at);
}

/** The digits of what looks like a phone number, as the index files them: a caller is found however it was typed. */
export function callerDigits(text: string): string | undefined {
  const digits = text.replace(/^00(?=[1-9])/, '').replaceAll(/\D/g, '');
  const address = /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
  return /^\+?[\d\s()/.-]+$/.test(text) && digits.length >= 6 && !address ? digits : undefined;
}

function itemOf(result: Result): PaletteItem | undefined {
  const kind = kinds[result.type];
  // The shell lists clients itself, by name and at once.
  if (!kind || result.type === 'organisation') return undefined;
  return {
    id: `${result.type} ${result.id}`,
    group: kind.group,
    title: result.title,
    icon: kind.icon,
    facts: result.subtitle ?? undefined,
    organisation: result.organisation,
    href: `/o/${result.organisation.slug}/${kind.path}${result.id}`,
  };
}
