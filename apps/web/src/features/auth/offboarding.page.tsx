import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ConfirmDialog,
  ErrorState,
  Facts,
  Forbidden,
  Notice,
  PageHead,
  Panel,
  showToast,
  Skeleton,
  SmallTable,
  Tag,
  Time,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { saveFile } from '../../shared/save-file';
import { useMe } from '../../shared/session';
import { touches } from '../../shared/use-save';
import { say } from './offboarding-messages';

type Offboarding = Api<'Offboarding'>;
type Seen = Api<'SeenSecret'>;

/** Ends everything an account can do, and says which secrets its person knows. */
export function Component() {
  const { platformAdmin } = useMe();
  const { id = '' } = useParams();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return <Preview userId={id} />;
}

function Preview({ userId }: { userId: string }) {
  const path = `users/${userId}/offboarding`;
  const preview = useQuery({ queryKey: ['record', path], queryFn: () => api.get<Offboarding>(path) });
  if (preview.isError) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton lines={6} />;
  return <Found found={preview.data} />;
}

function Found({ found }: { found: Offboarding }) {
  const over = nothingLeft(found);
  const { id } = useMe();
  return (
    <>
      <PageHead
        title={say('title', { name: found.name })}
        actions={!over && found.userId !== id && <Act found={found} />}
      />
      {over && <Notice tone="success">{say('doneText')}</Notice>}
      {found.ownedAlone.length > 0 && (
        <Notice tone="warning">{say('ownerless', { names: found.ownedAlone.join(', ') })}</Notice>
      )}
      <div className="st-grid mb-3">
        <Panel title={say('ends')}>
          <Facts
            facts={[
              [say('sessions'), found.sessions],
              [say('apiKeys'), found.apiKeys],
              [say('passkeys'), found.passkeys],
              [say('authenticator'), say(found.authenticator ? 'yes' : 'no')],
              [say('identities'), found.identities],
              [say('memberships'), found.memberships],
            ]}
          />
        </Panel>
      </div>
      <SeenSecrets found={found} />
    </>
  );
}

/** A disabled account may still hold keys and roles; they would come back to life with it. */
function nothingLeft({ state, authenticator, ...found }: Offboarding): boolean {
  const { sessions, apiKeys, passkeys, memberships } = found;
  return state === 'disabled' && !authenticator && sessions + apiKeys + passkeys + memberships === 0;
}

function Act({ found: { userId, name } }: { found: Offboarding }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  async function handleAct() {
    setAsking(false);
    try {
      await api.post<Offboarding>(`users/${userId}/offboarding`);
      showToast({ text: say('done', { name }), tone: 'success' });
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['users']) });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  return (
    <>
      <Button icon="person-x" tone="danger" onClick={() => setAsking(true)}>
        {say('act')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say('actTitle', { name })}
        confirmLabel={say('act')}
        typeToConfirm={name}
        danger
        onConfirm={handleAct}
        onClose={() => setAsking(false)}
      >
        {say('actText')}
      </ConfirmDialog>
    </>
  );
}

function SeenSecrets({ found: { userId, seen } }: { found: Offboarding }) {
  const path = `users/${userId}/rotation-list`;
  const list = useQuery({ queryKey: ['record', path], queryFn: () => api.get<Seen[]>(path) });
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton shape="rows" lines={3} />;
  const hidden = seen.filter(({ named }) => !named);
  async function handleFile() {
    saveFile(await api.download(`${path}/export`));
  }
  const file = list.data.length > 0 && (
    <Button size="sm" icon="download" onClick={() => void handleFile()}>
      {say('csv')}
    </Button>
  );
  return (
    <Panel title={say('seen')} actions={file}>
      <p>{say(seen.length > 0 ? 'seenText' : 'seenNone')}</p>
      {hidden.map(({ organisationId, organisation, secrets }) => (
        <Notice key={organisationId} tone="info">
          {say('hidden', { n: secrets, organisation })}
        </Notice>
      ))}
      {list.data.length > 0 && <SeenTable rows={list.data} />}
    </Panel>
  );
}

function SeenTable({ rows }: { rows: readonly Seen[] }) {
  return (
    <SmallTable
      label={say('seen')}
      heads={[say('credential'), say('client'), say('acts'), { text: say('times'), as: 'end' }, say('last')]}
    >
      {rows.map((row) => (
        <tr key={`${row.organisationId} ${row.credentialId}`}>
          <td>{row.credential}</td>
          <td>{row.organisation}</td>
          <td>
            {row.acts.map((act) => (
              <Tag key={act}>{act}</Tag>
            ))}
          </td>
          <td className="st-end">{row.times}</td>
          <td>
            <Time at={row.lastAt} />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}
