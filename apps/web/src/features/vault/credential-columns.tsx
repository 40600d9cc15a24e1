import { Day, Icon, Tag, type Column, type Tone } from '@st0r/ui';
import { holds, hostOf, TYPES, valuesOf, type Credential } from './credential-types';
import { say } from './messages';

const tones: readonly Tone[] = ['danger', 'danger', 'warning', 'success', 'success'];
const strengths = ['strength0', 'strength1', 'strength2', 'strength3', 'strength4'] as const;

/** How long a password holds, in words with a colour. */
export function StrengthTag({ score }: { score: number | null | undefined }) {
  const words = score === null || score === undefined ? undefined : strengths[score];
  if (!words) return <span className="st-none">–</span>;
  return <Tag tone={tones[score ?? 0]}>{say(words)}</Tag>;
}

/** The type as an icon with its name. */
export function TypeIcon({ type }: { type: string }) {
  const facts = TYPES[type];
  return <Icon name={facts?.icon ?? 'key'} label={facts?.label ?? type} className="st-vault-type" />;
}

/** Expiry, marked once the day has come. */
export function Expiry({ on }: { on: string | null | undefined }) {
  if (!on) return <span className="st-none">–</span>;
  const past = on.slice(0, 10) <= new Date().toISOString().slice(0, 10);
  return (
    <>
      <Day on={on} /> {past && <Tag tone="danger">{say('expiredSince')}</Tag>}
    </>
  );
}

/** How long ago the password was last changed, in whole days. */
export function ageOf(days: number | null | undefined): string | null {
  if (days === null || days === undefined) return null;
  if (days === 0) return say('ageToday');
  return days === 1 ? say('ageYesterday') : say('ageDays', { n: days });
}

function Reuse({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span title={say('reusedBy', { n: count })}>
      <Tag tone="warning">{say('reusedTimes', { n: count + 1 })}</Tag>
    </span>
  );
}

function Short({ text }: { text: string | null | undefined }) {
  return (
    <span className="st-vault-short" title={text ?? undefined}>
      {text}
    </span>
  );
}

/** Columns of the vault's list. */
export const credentialColumns: readonly Column<Credential>[] = [
  {
    id: 'name',
    header: say('name'),
    sort: 'name',
    cell: ({ name, type }) => (
      <>
        <TypeIcon type={type} /> {name}
      </>
    ),
  },
  { id: 'type', header: say('type'), sort: 'type', hidden: true, cell: ({ type }) => TYPES[type]?.label ?? type },
  { id: 'username', header: say('user'), cell: (credential) => <Short text={valuesOf(credential)['username']} /> },
  { id: 'host', header: say('url'), cell: (credential) => <Short text={hostOf(valuesOf(credential)['url'])} /> },
  {
    id: 'strength',
    header: say('strength'),
    sort: 'strength',
    cell: ({ strength, reusedCount }) => (
      <>
        <StrengthTag score={strength} /> <Reuse count={reusedCount} />
      </>
    ),
  },
  {
    id: 'reuse',
    header: say('reuse'),
    hidden: true,
    cell: ({ reusedCount }) =>
      reusedCount > 0 ? <Tag tone="warning">{say('reusedBy', { n: reusedCount })}</Tag> : null,
  },
  {
    id: 'age',
    header: say('age'),
    align: 'end',
    sort: 'secretChangedAt',
    cell: ({ secretAgeDays }) => ageOf(secretAgeDays),
  },
  {
    id: 'code',
    header: say('code'),
    hidden: true,
    cell: (credential) => (holds(credential, 'totpSeed') ? <Icon name="clock" label={say('code')} /> : null),
  },
  {
    id: 'expires',
    header: say('expires'),
    sort: 'expiresOn',
    hidden: true,
    cell: (row) => <Expiry on={row.expiresOn} />,
  },
  { id: 'folder', header: say('folder'), hidden: true, cell: ({ folder }) => folder?.name },
  {
    id: 'tags',
    header: say('tags'),
    cell: ({ tags }) => (
      <span className="st-vault-tags">
        {(tags ?? []).map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </span>
    ),
  },
];
