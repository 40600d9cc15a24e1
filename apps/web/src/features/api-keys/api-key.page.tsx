import { useNavigate, useParams } from 'react-router';
import {
  ButtonLink,
  Day,
  ErrorState,
  Facts,
  Notice,
  Panel,
  RecordPage,
  showToast,
  Skeleton,
  Tag,
  Time,
} from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { ApiKeyActs } from './api-key-acts';
import { ApiKeyForm, type KeyBody } from './api-key-form';
import { toneOf, wordsOf, type ApiKey } from './api-key-list';
import { say } from './messages';
import { useCatalogue } from './use-catalogue';
import './api-keys.css';

/** One key: what it may do, changeable later, and its facts. */
export function Component() {
  const { id = '' } = useParams();
  const found = useRecord<ApiKey>(`api-keys/${id}`);
  if (found.status === 'error') return <ErrorState error={found.error} onRetry={found.retry} page />;
  if (!found.record) return <Skeleton shape="page" lines={10} />;
  return <Known apiKey={found.record} etag={found.etag} />;
}

function Known({ apiKey, etag }: { apiKey: ApiKey; etag: string | undefined }) {
  const href = useOrgHref();
  return (
    <RecordPage
      title={apiKey.name}
      kind={say('key')}
      tags={<Tag tone={toneOf(apiKey)}>{say(apiKey.state)}</Tag>}
      actions={
        <>
          <ButtonLink icon="bar-chart" to={href(`api-keys/usage?key=${apiKey.id}`)}>
            {say('usage')}
          </ButtonLink>
          <ApiKeyActs apiKey={apiKey} named />
        </>
      }
      side={<Side apiKey={apiKey} />}
    >
      {apiKey.state !== 'active' && <Notice tone="warning">{wordsOf(apiKey)}</Notice>}
      {apiKey.can['update'] ? <Change apiKey={apiKey} etag={etag} /> : <Scopes apiKey={apiKey} />}
    </RecordPage>
  );
}

function Change({ apiKey, etag }: { apiKey: ApiKey; etag: string | undefined }) {
  const navigate = useNavigate();
  const href = useOrgHref();
  const catalogue = useCatalogue();
  const path = `api-keys/${apiKey.id}`;
  const save = useSave<KeyBody>(path, {
    method: 'patch',
    etag,
    refresh: ['api-keys'],
    onSaved: () => showToast({ text: say('saved'), tone: 'success' }),
  });
  if (catalogue.isError) return <ErrorState error={catalogue.error} onRetry={() => void catalogue.refetch()} />;
  if (!catalogue.data) return <Skeleton lines={8} />;
  const start: KeyBody = { ...apiKey, note: apiKey.note ?? null };
  return (
    <ApiKeyForm
      key={apiKey.version}
      start={pick(start)}
      home={apiKey.organisationId}
      catalogue={catalogue.data}
      submitLabel={say('save')}
      onSave={save.save}
      onCancel={() => void navigate(href('api-keys'))}
    >
      <ConflictDialog save={save} />
    </ApiKeyForm>
  );
}

/** The properties a form starts from, and nothing a server would refuse to take back. */
const pick = ({ organisationIds, name, note, scopes, networks, requestsPerMinute, expiresOn }: KeyBody): KeyBody => ({
  ...{ organisationIds, name, note, scopes, networks, requestsPerMinute, expiresOn },
});

function Side({ apiKey }: { apiKey: ApiKey }) {
  const { prefix, ownerName, organisations, expiresOn, issuedAt, lastUsedAt, lastUsedIp, can } = apiKey;
  return (
    <Panel>
      <Facts
        facts={[
          [say('prefix'), <code key="prefix">{prefix}</code>],
          [say('owner'), ownerName],
          [say('reach'), organisations.map(({ name }) => name).join(', ')],
          [say('expires'), <Day key="expires" on={expiresOn} />],
          [say('issued'), <Time key="issued" at={issuedAt} />],
          [say('lastUsed'), lastUsedAt ? <Time key="used" at={lastUsedAt} /> : say('neverUsed')],
          [say('address'), lastUsedIp],
        ]}
      />
      {Boolean(can['update']) && !can['rotate'] && (
        <p className="st-quiet mt-3 mb-0">{say('notOwner', { owner: ownerName })}</p>
      )}
    </Panel>
  );
}

function Scopes({ apiKey }: { apiKey: ApiKey }) {
  return (
    <Panel title={say('mayDo')}>
      <ul className="mb-0">
        {apiKey.scopes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
