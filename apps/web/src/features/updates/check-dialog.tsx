import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ConfirmDialog, Dialog, ErrorState, Notice, showToast, Skeleton } from '@st0r/ui';
import { api } from '../../shared/api';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { NoteList } from './notes';
import { Obstacles, Steps } from './report-tables';

type Report = Api<'UpgradeReport'>;
type Props = { file: string; inbox: string; onClose: () => void };

/** What a release would change here and what stands in the way; then the question whether to ask for it. */
export function CheckDialog({ file, inbox, onClose }: Props) {
  const [asking, setAsking] = useState(false);
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['record', `updates/bundles/${file}/check`],
    queryFn: () => api.get<Report>(`updates/bundles/${encodeURIComponent(file)}/check`),
    // Looked at anew each time: room and backups change.
    gcTime: 0,
  });
  if (asking && data) return <Ask report={data} onClose={onClose} />;
  return (
    <Dialog
      open
      size="lg"
      title={data ? say('checkOf', { from: data.from, version: data.version }) : file}
      onClose={onClose}
      footer={<Acts report={data} onClose={onClose} onAsk={() => setAsking(true)} />}
    >
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={6} />}
      {data && <Found report={data} inbox={inbox} />}
    </Dialog>
  );
}

function Acts({ report, onClose, onAsk }: { report?: Report; onClose: () => void; onAsk: () => void }) {
  return (
    <>
      <Button onClick={onClose}>{say('close')}</Button>
      {report && (
        <Button tone="primary" icon="arrow-repeat" disabled={!report.ready} onClick={onAsk}>
          {say('ask', { version: report.version })}
        </Button>
      )}
    </>
  );
}

function Found({ report, inbox }: { report: Report; inbox: string }) {
  const security = report.notes.filter((note) => note.security).length;
  return (
    <>
      {security > 0 && <Notice tone="warning">{say('securityNote', { n: security })}</Notice>}
      <Obstacles obstacles={report.obstacles} />
      <h3 className="st-updates-head">{say('steps')}</h3>
      <Steps report={report} />
      <h3 className="st-updates-head">{say('notes')}</h3>
      <NoteList notes={report.notes} />
      <h3 className="st-updates-head">{say('checkCommand')}</h3>
      <code className="st-updates-wrap">{`st0r upgrade check ${inbox}/${report.file}`}</code>
    </>
  );
}

function Ask({ report: { file, sha256, version, from }, onClose }: { report: Report; onClose: () => void }) {
  const [refused, setRefused] = useState<unknown>();
  const { save } = useSave<Api<'UpdateRequestCreate'>>('updates/requests', {
    refresh: ['updates'],
    onSaved: () => {
      showToast({ text: say('asked', { version }), tone: 'info' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={say('askTitle', { version })}
      confirmLabel={say('ask', { version })}
      onConfirm={() => save({ file, sha256 }).catch(setRefused)}
      onClose={onClose}
    >
      {say('askText', { from })}
      {refused !== undefined && <ErrorState error={refused} />}
    </ConfirmDialog>
  );
}
