import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, Dialog, ErrorState, showToast } from '@st0r/ui';
import { api } from '../../shared/api';
import { touches } from '../../shared/use-save';
import { BulkValue, bulkProperties, setOf, type BulkProperty } from './bulk-value';
import { say } from './messages';

type Result = Api<'AssetBulkResult'>;
type BulkEditProps = { ids: readonly string[]; onClose: (changed?: boolean) => void };

/** One property of many assets: choose, look at what would happen, change. Loaded when it is first opened. */
export default function BulkEdit({ ids, onClose }: BulkEditProps) {
  const [property, setProperty] = useState<BulkProperty>('status');
  const [value, setValue] = useState('');
  const [preview, setPreview] = useState<Result>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const body = { ids, set: setOf(property, value) };
  const ask = (rest: object) =>
    api.post<Result>('assets/bulk', { ...body, ...rest }, { idempotencyKey: crypto.randomUUID() });
  async function attempt(act: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }
  const handlePreview = () => attempt(async () => setPreview(await ask({ dryRun: true })));
  const handleRun = () =>
    attempt(async () => {
      const done = await ask({ previewToken: preview?.previewToken });
      showToast({ text: say('changedMany', { n: done.changed }), tone: 'success' });
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['assets']) });
      onClose(true);
    });
  function handleChange(next: BulkProperty, text: string) {
    setProperty(next);
    setValue(text);
    setPreview(undefined);
  }
  const footer = (
    <>
      <Button onClick={() => onClose(false)}>{say('cancel')}</Button>
      {preview ? (
        <Button tone="primary" busy={busy} disabled={preview.changed === 0} onClick={() => void handleRun()}>
          {say('run', { n: preview.changed })}
        </Button>
      ) : (
        <Button tone="primary" busy={busy} disabled={value === ''} onClick={() => void handlePreview()}>
          {say('preview')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open title={say('changeManyTitle', { n: ids.length })} onClose={() => onClose(false)} footer={footer}>
      <label className="form-label" htmlFor="as-bulk-property">
        {say('property')}
      </label>
      <select
        id="as-bulk-property"
        className="form-select mb-3"
        value={property}
        onChange={(event) => handleChange(event.target.value as BulkProperty, '')}
      >
        {bulkProperties.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <BulkValue key={property} property={property} value={value} onChange={(text) => handleChange(property, text)} />
      {error !== undefined && <ErrorState error={error} />}
      {preview && <Preview result={preview} />}
    </Dialog>
  );
}

function Preview({ result }: { result: Result }) {
  const refused = result.items.filter((item) => item.outcome === 'refused');
  return (
    <div role="status" className="mt-3">
      <p className="st-preview-sum">{say('previewChange', { n: result.changed })}</p>
      {result.unchanged > 0 && <p>{say('previewSame', { n: result.unchanged })}</p>}
      {refused.length > 0 && <p className="st-preview-sum">{say('previewRefused', { n: refused.length })}</p>}
      <ul>
        {refused.map((item) => (
          <li key={item.id}>
            <strong>{item.name}</strong> {item.refused}
          </li>
        ))}
      </ul>
    </div>
  );
}
