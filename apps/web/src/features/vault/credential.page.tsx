import { useParams } from 'react-router';
import { Button, ButtonLink, ErrorState, Facts, Panel, RecordPage, Skeleton, Tag, Time } from '@st0r/ui';
import { useRecent } from '../../shared/recents';
import { useOrgHref } from '../../shared/session';
import { useArchive } from '../../shared/use-archive';
import { useRecord } from '../../shared/use-record';
import { useRestore } from '../../shared/use-restore';
import { CredentialBody } from './credential-body';
import { ageOf, Expiry, StrengthTag, TypeIcon } from './credential-columns';
import { CredentialLinks } from './credential-links';
import { TYPES, type Credential } from './credential-types';
import { CredentialVersions } from './credential-versions';
import { CredentialViewers } from './credential-viewers';
import { say } from './messages';
import './vault.css';

/** One credential: its fields, its past, and who looked at it. */
export function Component() {
  const { id = '' } = useParams();
  const { record, status, error, retry } = useRecord<Credential>(`credentials/${id}`);
  useRecent(record?.id);
  if (status === 'loading') return <Skeleton shape="page" lines={8} />;
  if (!record) return <ErrorState error={error} onRetry={retry} page />;
  return (
    <RecordPage
      title={record.name}
      kind={
        <>
          <TypeIcon type={record.type} /> {TYPES[record.type]?.label}
        </>
      }
      tags={
        <>
          {record.archivedAt && <Tag tone="warning">{say('archived')}</Tag>}
          {(record.tags ?? []).map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </>
      }
      actions={<Acts credential={record} />}
      tabs={[
        {
          id: 'fields',
          label: say('fields'),
          content: (
            <div className="st-vault-stack">
              <CredentialBody key={record.version} credential={record} />
              <CredentialLinks links={record.links} />
            </div>
          ),
        },
        { id: 'versions', label: say('versions'), content: <CredentialVersions credential={record} /> },
        { id: 'viewers', label: say('viewers'), content: <CredentialViewers id={record.id} /> },
      ]}
      side={<State credential={record} />}
    />
  );
}

function Acts({ credential }: { credential: Credential }) {
  const href = useOrgHref();
  const archive = useArchive('credentials');
  const restore = useRestore('credentials');
  if (credential.archivedAt) {
    return credential.can['archive'] ? (
      <Button icon="arrow-counterclockwise" onClick={() => void restore(credential)}>
        {say('restore')}
      </Button>
    ) : null;
  }
  return (
    <>
      {credential.can['update'] === true && (
        <ButtonLink icon="pencil" to={href(`vault/${credential.id}/edit`)}>
          {say('edit')}
        </ButtonLink>
      )}
      {credential.can['archive'] === true && (
        <Button icon="archive" onClick={() => void archive(credential)}>
          {say('archive')}
        </Button>
      )}
    </>
  );
}

function State({ credential }: { credential: Credential }) {
  const { secretAgeDays: age, reusedCount } = credential;
  return (
    <Panel title={say('state')}>
      <Facts
        facts={[
          [say('folder'), credential.folder?.name],
          [say('strength'), <StrengthTag score={credential.strength} />],
          [say('reuse'), reusedCount > 0 ? <Tag tone="warning">{say('reusedBy', { n: reusedCount })}</Tag> : null],
          [say('age'), ageOf(age)],
          [say('expires'), <Expiry on={credential.expiresOn} />],
          [say('changed'), <Time at={credential.updatedAt} />],
        ]}
      />
    </Panel>
  );
}
