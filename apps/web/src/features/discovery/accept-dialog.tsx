import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Dialog, ErrorState, Notice, Skeleton } from '@st0r/ui';
import { api } from '../../shared/api';
import { AcceptSums } from './accept-sums';
import type { Acceptance } from './acceptance';
import { say } from './messages';
import type { Accepted } from './scan.types';

type AcceptDialogProps = {
  scanId: string;
  /** What is asked for; the dialog is open while there is one. */
  acceptance: Acceptance;
  /** Conflicts among the selected lines that nobody decided. */
  undecided: number;
  onDone: (result: Accepted) => Promise<unknown>;
  onFail: (error: unknown) => void;
  onClose: () => void;
};

/** Says what accepting would do, counted by the server, then does exactly that. */
export function AcceptDialog({ scanId, acceptance, undecided, onDone, onFail, onClose }: AcceptDialogProps) {
  const [busy, setBusy] = useState(false);
  const path = `scans/${scanId}/accept`;
  const preview = useQuery({
    // Not a path, so that refreshing the scan afterwards does not ask again what has just been done.
    queryKey: ['preview', { path, acceptance }],
    queryFn: () => api.post<Accepted>(path, { ...acceptance, dryRun: true }),
    gcTime: 0,
    staleTime: 0,
  });
  const result = preview.data;
  const acts = result ? result.created + result.updated + result.vanished + result.unchanged : 0;
  async function handleAccept() {
    setBusy(true);
    try {
      await onDone(await api.post<Accepted>(path, acceptance, { idempotencyKey: crypto.randomUUID() }));
    } catch (error) {
      onFail(error);
    }
  }
  const footer = (
    <>
      <Button onClick={onClose}>{say('goBack')}</Button>
      <Button tone="primary" busy={busy} disabled={acts === 0} onClick={() => void handleAccept()}>
        {say('accept', { n: acts })}
      </Button>
    </>
  );
  return (
    <Dialog open title={say('whatHappens')} onClose={onClose} footer={footer}>
      {preview.isError && <ErrorState error={preview.error} />}
      {preview.isPending && <Skeleton lines={3} />}
      {result && <AcceptSums result={result} />}
      {undecided > 0 && <Notice tone="warning">{say('undecided', { n: undecided })}</Notice>}
      <p className="st-quiet mb-0">{say('acceptNote')}</p>
    </Dialog>
  );
}
