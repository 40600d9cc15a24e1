import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FileDrop, Notice, Progress, showToast } from '@st0r/ui';
import type { Api } from '@st0r/api-client';
import { addressOf, api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { useMe, useOrg } from '../../shared/session';
import { LATER_FROM_BYTES, runJob } from '../../shared/run-job';
import { touches } from '../../shared/use-save';
import { say } from './messages';

type Refusal = { text: string; requestId?: string };

/** Takes a scan file, says what is wrong with it, or opens what it proposes. */
export function ScanUpload() {
  const org = useOrg();
  const me = useMe();
  const [slug, setSlug] = useState('');
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const navigate = useNavigate();
  const client = useQueryClient();
  const target = org?.slug ?? slug;
  async function handleFile(file: File) {
    if (!target) return setRefusal({ text: say('clientFirst') });
    setRefusal(undefined);
    setBusy(file.name);
    try {
      const scan = await send(file, target);
      if (scan.duplicate) showToast({ text: say('duplicate') });
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['scans']) });
      await navigate(`/o/${target}/discovery/${scan.id}`);
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(undefined);
    }
  }
  return (
    <section className="dc-upload">
      {!org && (
        <label className="dc-client">
          <span className="form-label">{say('chooseClient')}</span>
          <select className="form-select" value={slug} onChange={(event) => setSlug(event.target.value)}>
            <option value="">{say('choosePrompt')}</option>
            {me.organisations
              .filter((each) => each.permissions.includes('discovery.run'))
              .map((each) => (
                <option key={each.id} value={each.slug}>
                  {each.name}
                </option>
              ))}
          </select>
        </label>
      )}
      <FileDrop
        title={say('drop')}
        hint={say('dropHint')}
        browse={say('browse')}
        accept=".xml,.nmap,text/xml,application/xml"
        busy={busy !== undefined}
        onFile={(file) => void handleFile(file)}
      />
      {busy !== undefined && (
        <div role="status">
          <p className="st-quiet">{say('uploading', { name: busy })}</p>
          <Progress label={say('uploading', { name: busy })} done={0} />
        </div>
      )}
      {refusal && (
        <Notice tone="danger" title={say('uploadFailed')}>
          {refusal.text}
        </Notice>
      )}
    </section>
  );
}

type Stored = Pick<Api<'ScanUpload'>, 'id' | 'duplicate'>;

/** A large scan is read by a job, whose progress the drawer shows. */
async function send(file: File, org: string): Promise<Stored> {
  const form = new FormData();
  form.append('file', file);
  const path = addressOf('scans', { org });
  if (file.size < LATER_FROM_BYTES) return api.post<Stored>(path, form);
  const { scanId, duplicate } = await runJob<{ scanId: string; duplicate: boolean }>(path, form);
  return { id: scanId, duplicate };
}

function refusalOf(error: unknown): Refusal {
  if (!isProblem(error)) return { text: String(error) };
  const sentences = error.errors.map(({ detail }) => detail).filter(Boolean);
  return { text: sentences.join(' ') || error.message };
}
