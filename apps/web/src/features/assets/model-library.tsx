import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, Dialog, FileDrop, Notice, Progress } from '@st0r/ui';
import { api } from '../../shared/api';
import { LATER_FROM_BYTES, runJob } from '../../shared/run-job';
import { touches } from '../../shared/use-save';
import { say } from './import-messages';
import { Sums } from './import-report';
import { refusalText } from './refusal-text';

type Report = Api<'ModelImportReport'>;

/** Takes a device-type library, shows what it would bring, then brings it. */
export function ModelLibrary() {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  async function send(chosen: File, dryRun: boolean) {
    setFile(chosen);
    setBusy(true);
    setRefusal(undefined);
    try {
      setReport(await upload(chosen, dryRun));
      if (!dryRun)
        await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['models', 'manufacturers']) });
    } catch (error) {
      setReport(undefined);
      setRefusal(refusalText(error));
    } finally {
      setBusy(false);
    }
  }
  const writes = (report?.created ?? 0) + (report?.updated ?? 0);
  const close = () => setReport(undefined);
  return (
    <div className="mb-3">
      <FileDrop
        title={say('libraryDrop')}
        hint={say('libraryHint')}
        browse={say('libraryBrowse')}
        accept=".zip,.yaml,.yml"
        icon="boxes"
        busy={busy}
        onFile={(chosen) => void send(chosen, true)}
      />
      {busy && <Progress label={say('working', { name: file?.name ?? '' })} done={0} />}
      {refusal && (
        <Notice tone="danger" title={say('failed')}>
          {refusal}
        </Notice>
      )}
      {report && (
        <Dialog
          open
          size="lg"
          title={report.dryRun ? say('report') : say('reportDone')}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{say('back')}</Button>
              {report.dryRun && (
                <Button
                  tone="primary"
                  busy={busy}
                  disabled={writes === 0}
                  onClick={() => file && void send(file, false)}
                >
                  {say('libraryRun')}
                </Button>
              )}
            </>
          }
        >
          <Sums
            sums={[
              [say('created'), report.created],
              [say('updated'), report.updated],
              [say('unchanged'), report.unchanged],
              [say('refused'), report.refused],
            ]}
          />
          <Notes title={say('problems')} notes={report.refusals} />
          <Notes title={say('warnings')} notes={report.warnings} />
        </Dialog>
      )}
    </div>
  );
}

function upload(file: File, dryRun: boolean): Promise<Report> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  form.append('file', file);
  return file.size < LATER_FROM_BYTES ? api.post<Report>('models/import', form) : runJob<Report>('models/import', form);
}

function Notes({ title, notes }: { title: string; notes: Report['refusals'] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {notes.map((note, place) => (
          <li key={place}>
            <strong>{note.path}</strong> {note.detail}
          </li>
        ))}
      </ul>
    </>
  );
}
