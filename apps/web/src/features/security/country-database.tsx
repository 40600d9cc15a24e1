import { useState } from 'react';
import { ErrorState, Facts, FileDrop, Notice, Panel, showToast, Skeleton, Tag, Time, type Tone } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { COUNTRIES, COUNTRY_RULES, type CountryRules } from './security.api';

const tones: Readonly<Record<string, Tone>> = { ready: 'success', missing: 'neutral', broken: 'danger' };

/** The file that knows countries: what it is, and a way to put another in its place. */
export function CountryDatabase() {
  const { record, status, error, retry } = useRecord<CountryRules>(COUNTRY_RULES);
  const [problem, setProblem] = useState<string>();
  const upload = useSave<FormData, CountryRules>('perimeter/country-database', {
    refresh: [COUNTRY_RULES, COUNTRIES],
    onSaved: () => showToast({ text: say('databaseSaved'), tone: 'success' }),
  });
  async function handleFile(file: File) {
    const form = new FormData();
    form.append('file', file);
    setProblem(undefined);
    await upload.save(form).catch((refusal: Error) => setProblem(refusal.message));
  }
  return (
    <Panel title={say('database')}>
      <p className="st-quiet">{say('databaseText')}</p>
      {status === 'loading' && <Skeleton lines={3} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record && <FileFacts database={record.database} />}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FileDrop
        title={say('drop')}
        browse={say('chooseFile')}
        hint={say('databaseHint')}
        accept=".mmdb"
        busy={upload.busy}
        onFile={(file) => void handleFile(file)}
      />
    </Panel>
  );
}

function FileFacts({ database }: { database: CountryRules['database'] }) {
  const { state, type, builtAt, problem } = database;
  return (
    <Facts
      facts={[
        [say('state'), <Tag tone={tones[state] ?? 'neutral'}>{say(state)}</Tag>],
        ...(type ? [[say('file'), type] as const] : []),
        ...(builtAt ? [[say('built'), <Time at={builtAt} />] as const] : []),
        ...(problem && state === 'broken' ? [[say('broken'), problem] as const] : []),
      ]}
    />
  );
}
