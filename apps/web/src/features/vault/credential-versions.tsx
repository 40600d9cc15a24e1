import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ConfirmDialog,
  ErrorState,
  HiddenSecret,
  IconButton,
  Panel,
  SecretText,
  showToast,
  Skeleton,
  Tag,
  Time,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { useSave } from '../../shared/use-save';
import { isSecret, labelOf, type Credential } from './credential-types';
import { say } from './messages';
import { refusalOf, useReveal } from './use-reveal';

type Version = Api<'CredentialVersion'>;

/** The past of a credential: who changed which fields, old values one by one, and the way back. */
export function CredentialVersions({ credential }: { credential: Credential }) {
  const path = `credentials/${credential.id}/versions`;
  const query = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => api.get<Version[]>(path, {}, { signal }),
  });
  const [asked, setAsked] = useState<Version>();
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton shape="rows" lines={4} />;
  return (
    <Panel title={say('versions')}>
      <p className="st-quiet">{query.data.length === 0 ? say('versionsNone') : say('versionsHelp')}</p>
      <ol className="st-vault-versions">
        {query.data.map((version) => (
          <li key={version.revision}>
            <VersionLine credential={credential} version={version} onRestore={() => setAsked(version)} />
          </li>
        ))}
      </ol>
      {asked && <RestoreDialog credential={credential} version={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

type LineProps = { credential: Credential; version: Version; onRestore: () => void };

function VersionLine({ credential, version, onRestore }: LineProps) {
  const { revision, current } = version;
  const reveals = credential.can['reveal'] === true && !credential.archivedAt && !current;
  return (
    <>
      <div className="st-vault-version-head">
        <strong>{say('version', { n: revision })}</strong>
        {current && <Tag tone="accent">{say('current')}</Tag>}
        <span className="st-quiet">
          {version.authorName} <Time at={version.createdAt} />
        </span>
        {!current && credential.can['update'] === true && !credential.archivedAt && (
          <Button size="sm" icon="arrow-counterclockwise" onClick={onRestore}>
            {say('restoreVersion', { n: revision })}
          </Button>
        )}
      </div>
      <div className="st-vault-tags">
        <span className="st-quiet">{say('changedFields')}</span>
        {version.changed.map((field) => (
          <Tag key={field}>{labelOf(field)}</Tag>
        ))}
      </div>
      {reveals &&
        version.changed
          .filter((field) => isSecret(field) && field !== 'totpSeed' && version.fields.includes(field))
          .map((field) => <OldSecret key={field} id={credential.id} revision={revision} field={field} />)}
    </>
  );
}

function OldSecret({ id, revision, field }: { id: string; revision: number; field: string }) {
  const label = say('versionField', { field: labelOf(field), n: revision });
  const { shown, busy, refusal, reveal, hide } = useReveal(
    `credentials/${id}/versions/${revision}/fields/${field}/reveal`,
  );
  return (
    <div className="st-vault-secret-value">
      <div>
        <span className="st-quiet">{labelOf(field)} </span>
        {shown ? <SecretText value={shown.value} /> : <HiddenSecret label={`${label}: ${say('hidden')}`} />}
        {refusal && (
          <span className="st-field-error" role="alert">
            {refusal}
          </span>
        )}
      </div>
      <IconButton
        icon={shown ? 'eye-slash' : 'eye'}
        size="sm"
        busy={busy}
        label={shown ? say('hide') : say('reveal', { field: label })}
        onClick={() => (shown ? hide() : void reveal())}
      />
    </div>
  );
}

function RestoreDialog({
  credential,
  version,
  onClose,
}: {
  credential: Credential;
  version: Version;
  onClose: () => void;
}) {
  const n = version.revision;
  const { save } = useSave(`credentials/${credential.id}/versions/${n}/restore`, {
    refresh: ['credentials'],
    onSaved: () => showToast({ text: say('restoreVersionDone', { n }), tone: 'success' }),
  });
  async function handleConfirm() {
    try {
      await save({});
    } catch (error) {
      const text = refusalOf(error);
      if (text) showToast({ text, tone: 'danger' });
    }
    onClose();
  }
  return (
    <ConfirmDialog
      open
      title={say('restoreVersion', { n })}
      confirmLabel={say('restore')}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      {say('restoreVersionText', { n })}
    </ConfirmDialog>
  );
}
