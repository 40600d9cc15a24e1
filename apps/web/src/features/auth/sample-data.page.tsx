import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorState, Progress } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { Gate } from './gate';
import { say } from './messages';

/** The last step of a first run with sample data: it is made through the public door, which takes a moment. */
export function Component() {
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const started = useRef(false);
  const load = useCallback(async () => {
    setError(null);
    try {
      await made();
      await navigate('/setup/kit');
    } catch (problem) {
      setError(problem);
    }
  }, [navigate]);
  useEffect(() => {
    // Strict mode runs effects twice; the sample is made once.
    if (started.current) return;
    started.current = true;
    void load();
  }, [load]);
  return (
    <Gate title={say('sampleTitle')}>
      {error ? <ErrorState error={error} onRetry={() => void load()} /> : <Waiting />}
    </Gate>
  );
}

/** Whoever made it, it is there: somebody at the command line may have been faster. */
async function made(): Promise<void> {
  await api.post('sample-data').catch((problem: unknown) => {
    if (!isProblem(problem, 'sample_data.present')) throw problem;
  });
}

function Waiting() {
  return (
    <>
      <p>{say('sampleWait')}</p>
      <Progress label={say('sampleTitle')} done={0} />
    </>
  );
}
