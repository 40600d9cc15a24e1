import { useQuery } from '@tanstack/react-query';
import { Panel } from '@st0r/ui';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';
import type { PermissionText } from './access.api';
import { say } from './messages';

type Props = {
  before: readonly string[];
  after: readonly string[];
  catalogue: readonly PermissionText[];
  roleId: string | undefined;
};

/** Tells before saving what a role gains and loses, and how many people that concerns. */
export function RoleChange({ before, after, catalogue, roleId }: Props) {
  const sentencesOf = (codes: readonly string[]) =>
    catalogue.filter(({ code }) => codes.includes(code)).map(({ sentence }) => sentence);
  const given = sentencesOf(after.filter((code) => !before.includes(code)));
  const taken = sentencesOf(before.filter((code) => !after.includes(code)));
  return (
    <Panel title={say('changesTitle')}>
      <div aria-live="polite">
        {given.length + taken.length === 0 && <span className="st-quiet">{say('noChanges')}</span>}
        {given.length > 0 && <Part title={say('given', { n: given.length })} sentences={given} />}
        {taken.length > 0 && <Part title={say('taken', { n: taken.length })} sentences={taken} />}
        {roleId && <Holders roleId={roleId} />}
      </div>
    </Panel>
  );
}

function Part({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <>
      <strong>{title}</strong>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** Counts people, not memberships: one may hold the role at several clients. */
function Holders({ roleId }: { roleId: string }) {
  const asked = { role: roleId, limit: 200 };
  const found = useQuery({
    queryKey: ['list', 'memberships', asked],
    queryFn: () => api.get<ListPage<{ userId: string }>>('memberships', asked),
    retry: false,
  });
  if (!found.data) return null;
  const people = new Set(found.data.data.map(({ userId }) => userId)).size;
  return <p className="mb-0">{say('holders', { n: people })}</p>;
}
