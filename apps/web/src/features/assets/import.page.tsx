import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { FileDrop, Forbidden, Notice, PageHead, Progress } from '@st0r/ui';
import { api } from '../../shared/api';
import { isOpen, useJobs } from '../../shared/jobs';
import { runJob } from '../../shared/run-job';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { touches } from '../../shared/use-save';
import { ClientPicker } from './client-picker';
import { guessDates, ImportMapping } from './import-mapping';
import { matches, say, type Match } from './import-messages';
import { ImportReport } from './import-report';
import { refusalText } from './refusal-text';
import { word } from './words';
import './assets.css';

type Preview = Api<'AssetImportPreview'>;
type Result = Api<'AssetImportResult'>;
type Rules = { mapping: Record<string, number>; match: Match; dates: Api<'DateOrder'> };

const steps = [say('stepFile'), say('stepMap'), say('stepReport'), say('stepDone')];

/** From a CSV file to assets in four steps; nothing is written before the last. */
export function Component() {
  const org = useOrg();
  const can = useCan();
  const href = useOrgHref();
  const client = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const [rules, setRules] = useState<Rules>();
  const [result, setResult] = useState<Result>();
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const organisationId = org?.id ?? chosen;
  if (!can('asset.write')) return <Forbidden permission="asset.write" />;

  async function attempt(name: string, act: () => Promise<void>) {
    setBusy(name);
    setRefusal(undefined);
    try {
      await act();
    } catch (error) {
      setRefusal(refusalText(error));
    } finally {
      setBusy(undefined);
    }
  }
  function handleFile(file: File) {
    if (!organisationId) return setRefusal(say('client'));
    return void attempt(file.name, async () => {
      const form = new FormData();
      form.append('organisationId', organisationId);
      form.append('file', file);
      const read = await api.post<Preview>('assets/import/preview', form);
      setPreview(read);
      setRules({
        mapping: read.mapping as Record<string, number>,
        match: firstMatch(read),
        dates: guessDates(read.rows),
      });
    });
  }
  const run = (dryRun: boolean) =>
    attempt(preview?.filename ?? '', async () => {
      const body = { importId: preview?.importId, ...rules, dryRun };
      setResult(await runJob<Result>('assets/import', body));
      if (!dryRun) await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['assets']) });
    });
  function handleRestart() {
    setPreview(undefined);
    setResult(undefined);
  }
  const step = result ? (result.dryRun ? 2 : 3) : preview ? 1 : 0;
  return (
    <>
      <PageHead title={word('import')} />
      <ol className="st-steps" aria-label={say('steps')}>
        {steps.map((words, place) => (
          <li key={words} aria-current={place === step ? 'step' : undefined}>
            {words}
          </li>
        ))}
      </ol>
      {refusal && (
        <Notice tone="danger" title={say('failed')}>
          {refusal}
        </Notice>
      )}
      {busy !== undefined && <Working name={busy} />}
      {step === 0 && (
        <>
          {!org && (
            <ClientPicker label={say('chooseClient')} permission="asset.write" value={chosen} onChange={setChosen} />
          )}
          <FileDrop
            title={say('drop')}
            hint={say('dropHint')}
            browse={say('browse')}
            accept=".csv,.tsv,.txt,text/csv"
            busy={busy !== undefined}
            onFile={handleFile}
          />
        </>
      )}
      {step === 1 && preview && rules && (
        <ImportMapping
          preview={preview}
          rules={rules}
          onChange={(change) => setRules({ ...rules, ...change })}
          busy={busy !== undefined}
          onNext={() => void run(true)}
          onBack={handleRestart}
        />
      )}
      {result && (
        <ImportReport
          result={result}
          fields={preview?.fields ?? []}
          busy={busy !== undefined}
          assetsHref={href('assets?sort=-updatedAt')}
          onCommit={() => void run(false)}
          onBack={() => setResult(undefined)}
          onAgain={handleRestart}
        />
      )}
    </>
  );
}

/** How far the import is, as its job tells; nothing is known while the file still travels. */
function Working({ name }: { name: string }) {
  const progress = useJobs().find((job) => isOpen(job) && job.subject === name)?.progress;
  return (
    <Progress
      label={say('working', { name })}
      done={progress?.done ?? 0}
      total={progress ? (progress.total ?? undefined) : undefined}
    />
  );
}

/** The surest thing the file holds. */
function firstMatch({ mapping }: Preview): Match {
  return matches.find(({ value }) => mapping[value] !== undefined)?.value ?? 'name';
}
