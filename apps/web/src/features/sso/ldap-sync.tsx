import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ConfirmDialog, ErrorState, Notice, Panel, Progress, Skeleton, Tag, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { say } from './ldap-messages';
import { SyncChanges } from './ldap-sync-changes';
import { PATH, type Connection } from './sso.api';
import { useAct } from './use-act';

type Sync = Api<'DirectorySync'>;

const ASK_EVERY_MS = 1_000;
const tones = { queued: 'info', done: 'success', stopped: 'warning', failed: 'danger' } as const;

/** Comparing a directory with the accounts here: first as a list, then for real. */
export function LdapSync({ connection }: { connection: Connection }) {
  const client = useQueryClient();
  const path = `${PATH}/${connection.id}/directory-syncs`;
  const { act, busy } = useAct([path]);
  const [asked, setAsked] = useState<string>();
  const [sure, setSure] = useState(false);
  const run = useLook(path, asked);
  // Beyond the guard goes only the list that is shown here, and nothing that came to it since.
  const stopped = run?.state === 'stopped' ? run : undefined;
  async function ask(input: Api<'DirectorySyncRequest'>) {
    setSure(false);
    await act(async () => {
      const { id } = await api.post<Api<'DirectorySyncAsked'>>(path, input);
      await client.invalidateQueries({ queryKey: ['record', path] });
      setAsked(id);
    }, say('running'));
  }
  const waiting = busy || run?.state === 'queued';
  return (
    <div className="st-sso-columns">
      <Panel title={say('dryRun')}>
        <p>{say('dryRunText')}</p>
        <div className="st-sso-acts">
          <Button
            tone="primary"
            icon="list-check"
            busy={waiting}
            disabled={connection.missing.length > 0}
            onClick={() => void ask({ dryRun: true })}
          >
            {say('dryRun')}
          </Button>
          <Button disabled={connection.state !== 'enabled' || waiting} onClick={() => setSure(true)}>
            {say(stopped ? 'nowBeyond' : 'now')}
          </Button>
        </div>
        <div className="mt-3" aria-live="polite">
          {waiting && <Progress label={say('running')} done={0} />}
          {run && run.state !== 'queued' && <Found run={run} />}
        </div>
      </Panel>
      <Panel title={say('last')}>
        <Looks path={path} />
      </Panel>
      <ConfirmDialog
        open={sure}
        title={say('nowTitle')}
        confirmLabel={say('now')}
        danger={Boolean(stopped)}
        onConfirm={() => ask({ dryRun: false, ...(stopped ? { accepted: stopped.id } : {}) })}
        onClose={() => setSure(false)}
      >
        {stopped ? say('nowBeyondText', { problem: stopped.problem ?? '' }) : say('nowText')}
      </ConfirmDialog>
    </div>
  );
}

/** One look, asked for until it has ended. */
function useLook(path: string, id: string | undefined): Sync | undefined {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['record', `${path}/${id}`],
    queryFn: async () => {
      const found = await api.get<Sync>(`${path}/${id}`);
      if (found.state !== 'queued') await client.invalidateQueries({ queryKey: ['record', path] });
      return found;
    },
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'queued' ? ASK_EVERY_MS : false),
  }).data;
}

function Found({ run: { state, problem, counts, changes, dryRun } }: { run: Sync }) {
  const all = counts ? counts.given + counts.taken + counts.left + counts.returned + counts.kept : 0;
  return (
    <>
      {problem ? (
        <Notice tone={state === 'stopped' ? 'warning' : 'danger'} title={say(state)}>
          {problem}
        </Notice>
      ) : (
        <Notice tone="success" title={say('done')}>
          {dryRun && changes.length === 0 ? say('dryRunDone') : counts && say('counts', counts)}
        </Notice>
      )}
      {changes.length > 0 && <SyncChanges changes={changes} />}
      {changes.length < all && <p className="st-quiet mt-2">{say('shown', { shown: changes.length, all })}</p>}
    </>
  );
}

function Looks({ path }: { path: string }) {
  const looks = useQuery({ queryKey: ['record', path], queryFn: () => api.get<Sync[]>(path) });
  if (looks.isError) return <ErrorState error={looks.error} onRetry={() => void looks.refetch()} />;
  if (!looks.data) return <Skeleton lines={3} />;
  if (looks.data.length === 0) return <p className="st-quiet">{say('lastNone')}</p>;
  return (
    <ul className="st-plain-list st-sso-looks">
      {looks.data.map(({ id, state, dryRun, askedBy, startedAt, counts, problem }) => (
        <li key={id}>
          <Tag tone={tones[state]}>{say(state)}</Tag> {dryRun && <Tag tone="neutral">{say('dryRun')}</Tag>}{' '}
          <Time at={startedAt} /> <span className="st-quiet">{askedBy ?? say('askedBySchedule')}</span>
          <div className="st-quiet">{problem ?? (counts && say('counts', counts))}</div>
        </li>
      ))}
    </ul>
  );
}
