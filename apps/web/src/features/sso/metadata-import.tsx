import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, FileDrop, Notice, showToast } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { touches } from '../../shared/use-save';
import { say } from './messages';
import { PATH, type Connection } from './sso.api';

type Read = Api<'SamlMetadataImport'>;
/** Sends the same metadata again, for one provider of several. */
type Sending = (entityId?: string) => Promise<Read>;

/** Fills a connection from what the provider says about itself, by address or by file. */
export function MetadataImport({ connection: { id, saml } }: { connection: Connection }) {
  const path = `${PATH}/${id}/saml-metadata`;
  const { read, busy, answer, refusal } = useMetadata();
  function handleAddress(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const url = String(new FormData(event.currentTarget).get('url')).trim();
    void read((entityId) => api.post<Read>(`${path}/fetch`, { url, ...(entityId ? { entityId } : {}) }));
  }
  function handleFile(file: File) {
    void read((entityId) => {
      const form = new FormData();
      form.append('file', file);
      if (entityId) form.append('entityId', entityId);
      return api.post<Read>(path, form);
    });
  }
  return (
    <>
      <p>{say('metadataText')}</p>
      <form className="st-sso-address" onSubmit={handleAddress}>
        <label>
          <span className="form-label">{say('metadataUrl')}</span>
          <input className="form-control" name="url" type="url" required defaultValue={saml?.metadataUrl ?? ''} />
        </label>
        <Button type="submit" tone="primary" busy={busy}>
          {say('readMetadata')}
        </Button>
      </form>
      <FileDrop
        title={say('fileTitle')}
        browse={say('fileBrowse')}
        accept=".xml,application/xml,text/xml,application/samlmetadata+xml"
        busy={busy}
        onFile={handleFile}
      />
      <div className="mt-3" aria-live="polite">
        {refusal && <Notice tone="danger">{refusal}</Notice>}
        {answer?.warnings.map((warning) => (
          <Notice key={warning} tone="warning">
            {warning}
          </Notice>
        ))}
        {answer && answer.choices.length > 0 && <Choices answer={answer} busy={busy} onPick={read} />}
      </div>
    </>
  );
}

type Again = (sending?: Sending, entityId?: string) => Promise<void>;

function Choices({ answer, busy, onPick }: { answer: Read; busy: boolean; onPick: Again }) {
  return (
    <>
      <p>{say('chosenProvider')}</p>
      <ul className="st-plain-list">
        {answer.choices.map(({ entityId, name }) => (
          <li key={entityId}>
            {name} <code>{entityId}</code>{' '}
            <Button size="sm" busy={busy} onClick={() => void onPick(undefined, entityId)}>
              {say('choose')} <span className="visually-hidden">{name ?? entityId}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Sends metadata and keeps how, because a file of several providers is sent once more for the chosen one. */
function useMetadata() {
  const client = useQueryClient();
  const [last, setLast] = useState<{ sending: Sending }>();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Read>();
  const [refusal, setRefusal] = useState<string>();
  const read: Again = async (sending = last?.sending, entityId) => {
    if (!sending) return;
    setLast({ sending });
    setBusy(true);
    setRefusal(undefined);
    setAnswer(undefined);
    try {
      const result = await sending(entityId);
      setAnswer(result);
      if (result.connection) showToast({ text: say('metadataRead'), tone: 'success' });
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [PATH]) });
    } catch (error) {
      if (isProblem(error)) setRefusal(error.errors[0]?.detail ?? error.message);
    } finally {
      setBusy(false);
    }
  };
  return { read, busy, answer, refusal };
}
