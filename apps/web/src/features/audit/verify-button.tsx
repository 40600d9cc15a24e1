import { useState } from 'react';
import { useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Button, Dialog, ErrorState, Notice, Skeleton } from '@st0r/ui';
import { addressOf, api } from '../../shared/api';
import { say } from './messages';

type Result = Api<'VerifyResult'>;
type State = { result?: Result; error?: unknown };

/** Checks that the log is as it was written and says in words what was found. */
export function VerifyButton() {
  const { org } = useParams();
  const [state, setState] = useState<State>();
  async function handleVerify() {
    setState({});
    try {
      const path = addressOf('events/verify', { org: org === 'all' ? undefined : org });
      setState({ result: await api.post<Result>(path) });
    } catch (error) {
      setState({ error });
    }
  }
  return (
    <>
      <Button icon="patch-check" onClick={() => void handleVerify()}>
        {say('verify')}
      </Button>
      <Dialog open={state !== undefined} title={say('verify')} onClose={() => setState(undefined)}>
        {state?.error !== undefined && <ErrorState error={state.error} onRetry={() => void handleVerify()} />}
        {state?.result && <Verdict result={state.result} />}
        {state && !state.result && state.error === undefined && (
          <>
            <p>{say('verifyRunning')}</p>
            <Skeleton lines={3} />
          </>
        )}
      </Dialog>
    </>
  );
}

const verdicts = [
  { tone: 'success', title: say('verifyOkTitle'), text: say('verifyOk') },
  { tone: 'danger', title: say('verifyTamperedTitle'), text: say('verifyTampered') },
  { tone: 'warning', title: say('verifyIncompleteTitle'), text: say('verifyIncomplete') },
  { tone: 'danger', title: say('verifyMismatchTitle'), text: say('verifyMismatch') },
] as const;

/** The outcome of a verification in sentences; names the first bad row. */
export function Verdict({ result }: { result: Result }) {
  const { tone, title, text } = verdicts[result.exitCode as 0 | 1 | 2 | 3] ?? verdicts[1];
  const { sealed, unsealed, milliseconds: ms } = result;
  return (
    <div className="st-audit-verdict">
      <Notice tone={tone} title={title}>
        <p>{text}</p>
        {result.firstBad && (
          <p>
            <strong>{say('verifyBad', { row: rowOf(result.firstBad) })}</strong> {result.firstBad.reason}
          </p>
        )}
      </Notice>
      <p className="st-quiet">{say('verifyCounts', { sealed, unsealed, ms })}</p>
      <Sentences title={say('verifyAlso')} lines={result.drift} />
      <Sentences title={say('verifyNotes')} lines={result.notes} />
    </div>
  );
}

function rowOf({ number, seq }: NonNullable<Result['firstBad']>): string {
  const row = number ? say('verifyBadRow', { number }) : say('verifyCheckpoint');
  return seq === null || seq === undefined ? row : say('verifyBadSeq', { row, seq });
}

function Sentences({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
