import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { ButtonLink, EmptyState, ErrorState, Icon, Notice, PageHead, Panel, Skeleton, Tag } from '@st0r/ui';
import { api } from '../../shared/api';
import { useOrg, useOrgHref } from '../../shared/session';
import type { ListPage } from '../../shared/use-list';
import { usePermissions, type Membership } from './access.api';
import { say } from './messages';
import { SeeAsPerson } from './see-as';

type Explanation = Api<'AccessExplanation'>;

/** Who can do what here, and why: every permission of one person, with the roles it comes from. */
export function Component() {
  const { user = '' } = useParams();
  const org = useOrg();
  const href = useOrgHref();
  const found = useQuery({
    queryKey: ['record', `users/${user}/access`, org?.slug],
    queryFn: () => api.get<Explanation[]>(`users/${user}/access`, { org: org?.slug }),
  });
  const roles = useQuery({
    queryKey: ['list', 'memberships', { org: org?.slug, user }],
    queryFn: () => api.get<ListPage<Membership>>('memberships', { org: org?.slug, user }),
  });
  const catalogue = usePermissions();
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} page />;
  if (!found.data || !catalogue.data) return <Skeleton shape="page" lines={8} />;
  const held = found.data.filter((each) => !org || each.organisationId === org.id);
  const groups = Map.groupBy(held, (each) => groupOf(each.permission));
  function groupOf(code: string): string {
    return catalogue.data?.find((each) => each.code === code)?.group ?? '';
  }
  const objection = objectionOf(held);
  const name = roles.data?.data[0]?.userName ?? say('person');
  return (
    <>
      <PageHead
        actions={
          <>
            <SeeAsPerson userId={user} />
            <ButtonLink to={href('members')}>{say('membersAll')}</ButtonLink>
          </>
        }
        title={name}
        kind={say('access')}
        tags={roles.data?.data.map((each) => (
          <Tag key={each.id}>{each.role?.name}</Tag>
        ))}
      />
      {held.length === 0 && <EmptyState icon="lock" title={say('accessNone')} />}
      {objection && (
        <Notice tone="warning" title={say('butNot')}>
          {objection}
        </Notice>
      )}
      <div className="st-grid">
        {[...groups].map(([group, permissions]) => (
          <Panel key={group} title={group}>
            <ul className="st-plain-list">
              {permissions.map((each) => (
                <Line key={each.organisationId + each.permission} held={each} named={!org} told={objection} />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </>
  );
}

/** Where nothing counts for the same reason, it is said once on top. */
function objectionOf(held: readonly Explanation[]): string | undefined {
  const reason = held[0]?.butNot;
  return reason && held.every(({ butNot }) => butNot === reason) ? reason : undefined;
}

function Line({ held, named, told }: { held: Explanation; named: boolean; told: string | undefined }) {
  return (
    <li>
      <Icon name={held.butNot ? 'dash-circle' : 'check-circle'} label={say(held.butNot ? 'no' : 'yes')} />
      <span>
        {held.sentence}
        <span className="st-quiet">
          {' '}
          {say('because')} {held.through.join(', ')}
          {named && ` · ${held.organisation}`}
          {held.butNot && held.butNot !== told && ` · ${held.butNot}`}
        </span>
      </span>
    </li>
  );
}
