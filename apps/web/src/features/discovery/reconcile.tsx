import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, EmptyState, ErrorState, RecordTabs, showToast, Skeleton, useSelection } from '@st0r/ui';
import { isProblem } from '../../shared/problem';
import { useOrgHref } from '../../shared/session';
import { touches } from '../../shared/use-save';
import { AcceptDialog } from './accept-dialog';
import { AcceptResult } from './accept-result';
import { acceptanceOf, decided, type Acceptance } from './acceptance';
import { say } from './messages';
import { ReconcileTable } from './reconcile-table';
import { kindLabel, kinds, type Accepted, type Kind, type Proposal, type Scan } from './scan.types';
import { useProposals } from './use-proposals';

type Asked = { acceptance: Acceptance; undecided: number };

/** The lines of a scan by kind, what a person picked among them, and accepting it. */
export function Reconcile({ scan }: { scan: Scan }) {
  const lines = useProposals(scan.id);
  const selection = useSelection();
  const [decisions, setDecisions] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<Asked>();
  const [result, setResult] = useState<Accepted>();
  const [search] = useSearchParams();
  const client = useQueryClient();
  const href = useOrgHref();
  const { byKind, counts } = lines;
  const chosen = useMemo(
    () => kinds.flatMap((kind) => byKind[kind]).filter(({ key }) => selection.ids.has(key)),
    [byKind, selection.ids],
  );
  if (lines.status === 'error') return <ErrorState error={lines.error} onRetry={lines.retry} />;
  if (!counts) return <Skeleton shape="rows" lines={10} />;
  const may = Boolean(scan.can['accept']) && !scan.archivedAt;
  // What is left to do comes first; what is done stays reachable behind it.
  const order = [...kinds.filter((kind) => counts[kind] > 0), ...kinds.filter((kind) => counts[kind] === 0)];
  const shown = order.find((kind) => kind === search.get('tab')) ?? order[0] ?? 'new';

  const ask = (picked: readonly Proposal[]) =>
    setAsked({
      acceptance: acceptanceOf(picked, decisions),
      undecided: picked.length - decided(picked, decisions).length,
    });
  function handleDecide(key: string, decision: string) {
    setDecisions((before) => {
      const next = new Map(before);
      if (decision === '') next.delete(key);
      else next.set(key, decision);
      return next;
    });
    if (decision !== '' && !selection.ids.has(key)) selection.add([key]);
  }
  const refresh = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['scans', 'assets']) });
  async function handleDone(accepted: Accepted) {
    setAsked(undefined);
    setResult(accepted);
    selection.clear();
    setDecisions(new Map());
    await refresh();
  }
  function handleFail(error: unknown) {
    setAsked(undefined);
    const stale = isProblem(error, 412);
    showToast({ text: stale ? say('changedSince') : error instanceof Error ? error.message : '', tone: 'danger' });
    if (stale) void refresh();
  }
  return (
    <>
      {result && <AcceptResult result={result} assetsHref={href('assets?sort=-createdAt')} />}
      <div className="dc-bar">
        <RecordTabs
          tabs={order.map((kind) => ({ id: kind, label: kindLabel[kind], count: counts[kind] }))}
          current={shown}
        />
        {may && (
          <div className="dc-acts">
            <span className="st-quiet" aria-live="polite">
              {say('selected', { n: chosen.length })}
            </span>
            <Button disabled={chosen.length === 0} onClick={() => ask(chosen)}>
              {say('acceptChosen')}
            </Button>
            <Button
              tone="primary"
              icon="check2-all"
              title={say('acceptAllHelp')}
              disabled={counts.new + counts.update + counts.vanished === 0}
              onClick={() => setAsked({ acceptance: { all: true }, undecided: 0 })}
            >
              {say('acceptAll')}
            </Button>
          </div>
        )}
      </div>
      <Lines proposals={byKind[shown]} kind={shown}>
        <ReconcileTable
          key={shown}
          proposals={byKind[shown]}
          selection={may ? selection : undefined}
          decisions={decisions}
          onDecide={handleDecide}
          onAccept={(proposal) => ask(chosen.length > 0 ? chosen : [proposal])}
          assetHref={(id) => href(`assets/${id}`)}
        />
      </Lines>
      {lines.more && (
        <Button busy={lines.loadingMore} onClick={lines.more}>
          {say('loadMore')}
        </Button>
      )}
      {asked && (
        <AcceptDialog
          scanId={scan.id}
          {...asked}
          onDone={handleDone}
          onFail={handleFail}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function Lines(props: { proposals: readonly Proposal[]; kind: Kind; children: React.ReactNode }) {
  if (props.proposals.length > 0) return props.children;
  return (
    <EmptyState icon="check2-circle" title={say('gone')}>
      {say('goneText')}
    </EmptyState>
  );
}
