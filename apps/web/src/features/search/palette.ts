import type { Api } from '@st0r/api-client';
import type { PaletteItem } from '@st0r/ui';
import type { PaletteQuestion } from '../../app/feature';
import { api } from '../../shared/api';
import { addressOfRecord, recordKinds } from '../../shared/record-kinds';
import { credentialItems } from './credentials';

type Result = Api<'SearchResult'>;

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
  const kind = recordKinds[result.type];
  // The shell lists clients itself, by name and at once.
  if (!kind || result.type === 'organisation') return undefined;
  return {
    id: `${result.type} ${result.id}`,
    group: kind.group,
    title: result.title,
    icon: kind.icon,
    facts: result.subtitle ?? undefined,
    organisation: result.organisation,
    href: addressOfRecord(result),
  };
}
