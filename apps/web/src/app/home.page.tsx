import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button, EmptyState, Icon, OrgBadge, PageHead, Panel, Skeleton, Tag } from '@st0r/ui';
import { api } from '../shared/api';
import { useRecents } from '../shared/recents';
import { addressOfRecord, recordKinds } from '../shared/record-kinds';
import { logoOf, useCan, useMe } from '../shared/session';
import type { ListPage } from '../shared/use-list';
import { features } from './features';
import { shell } from './messages';

const steps = features.flatMap((feature) => feature.firstSteps ?? []).toSorted((a, b) => a.order - b.order);

/** My work: what to do first, what was open last, which clients are mine. */
export function Component() {
  const me = useMe();
  return (
    <>
      <PageHead title={shell('goodDay', { name: me.name })} />
      <div className="st-grid">
        <FirstSteps />
        <Recents />
        <Clients />
      </div>
    </>
  );
}

function FirstSteps() {
  const me = useMe();
  const can = useCan();
  const mine = steps.filter((step) => !step.permission || can(step.permission));
  const answers = useQueries({
    queries: mine.map((step) => ({
      queryKey: ['list', step.path, { limit: 1 }],
      queryFn: () => api.get<ListPage<unknown>>(step.path, { limit: 1 }),
      retry: false,
    })),
  });
  const own = {
    id: 'totp',
    label: shell('totpStep'),
    help: shell('totpStepHelp'),
    to: '/me/account',
    done: me.mfa.totp || me.mfa.passkeys > 0,
  };
  const all = [own, ...mine.map((step, at) => ({ ...step, done: (answers[at]?.data?.data.length ?? 0) > 0 }))];
  return (
    <Panel
      title={shell('firstSteps')}
      actions={<Tag tone="accent">{`${all.filter(({ done }) => done).length} / ${all.length}`}</Tag>}
    >
      <ul className="st-check-list">
        {all.map((step) => (
          <li key={step.id} data-done={step.done || undefined}>
            <Icon
              name={step.done ? 'check-circle-fill' : 'circle'}
              label={step.done ? shell('stepDone') : shell('stepOpen')}
            />
            <div>
              <Link to={step.to}>{step.label}</Link>
              <div>{step.help}</div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Recents() {
  const { recents, status, clear } = useRecents();
  const opened = recents.flatMap((recent) => {
    const to = addressOfRecord(recent);
    return to ? [{ ...recent, to, kind: recordKinds[recent.type] }] : [];
  });
  const forget = (
    <Button size="sm" tone="ghost" onClick={() => void clear()}>
      {shell('recentForget')}
    </Button>
  );
  return (
    <Panel title={shell('recent')} actions={opened.length > 0 && forget}>
      {status === 'pending' && <Skeleton lines={4} />}
      {status === 'error' && <p className="st-quiet">{shell('recentAway')}</p>}
      {status === 'success' && opened.length === 0 && <p className="st-quiet">{shell('recentNone')}</p>}
      <ul className="st-plain-list">
        {opened.slice(0, 10).map(({ id, to, title, kind, organisation }) => (
          <li key={id}>
            {kind && <Icon name={kind.icon} />}
            <Link to={to}>{title}</Link>
            <span className="st-quiet">{[kind?.label, organisation.name].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Clients() {
  const { organisations } = useMe();
  if (organisations.length === 0) {
    return (
      <Panel title={shell('people')}>
        <EmptyState icon="building" title={shell('noClients')}>
          {shell('noClientsText')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={shell('people')}>
      <ul className="st-plain-list">
        {organisations.slice(0, 12).map((each) => (
          <li key={each.id}>
            <Link to={`/o/${each.slug}`} className="st-row-link">
              <OrgBadge name={each.name} colour={each.colour} logo={logoOf(each)} withName />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
