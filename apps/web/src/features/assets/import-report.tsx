import type { Api } from '@st0r/api-client';
import { Button, ButtonLink, Notice, Panel, SmallTable } from '@st0r/ui';
import { download } from '../../shared/download';
import { changesOf } from './asset-events';
import { say } from './import-messages';

type Result = Api<'AssetImportResult'>;
type ReportProps = {
  result: Result;
  fields: readonly Api<'AssetImportField'>[];
  busy: boolean;
  assetsHref: string;
  onCommit: () => void;
  onBack: () => void;
  onAgain: () => void;
};

/** What an import would do or did: sums, refused rows by their number, what could not be carried, changes. */
export function ImportReport({ result, fields, busy, assetsHref, ...act }: ReportProps) {
  const writes = result.created + result.updated;
  const label = new Map(fields.map((field) => [field.key, field.label]));
  return (
    <div className="as-stack">
      <Notice tone={result.dryRun ? 'info' : 'success'} title={result.dryRun ? say('report') : say('reportDone')}>
        {result.dryRun ? say('dryRunText') : say('doneText')}
      </Notice>
      <Sums
        sums={[
          [say('created'), result.created],
          [say('updated'), result.updated],
          [say('skipped'), result.skipped],
          [say('refused'), result.refused],
        ]}
      />
      <div className="st-form-foot">
        {result.dryRun ? (
          <>
            <Button tone="primary" busy={busy} disabled={writes === 0} onClick={act.onCommit}>
              {say('commit', { n: writes })}
            </Button>
            <Button onClick={act.onBack}>{say('back')}</Button>
          </>
        ) : (
          <>
            <ButtonLink tone="primary" to={assetsHref}>
              {say('showAssets')}
            </ButtonLink>
            <Button onClick={act.onAgain}>{say('again')}</Button>
          </>
        )}
        {result.refused > 0 && (
          <Button icon="download" onClick={() => void download(`assets/import/${result.importId}/refused.csv`)}>
            {say('refusedFile')}
          </Button>
        )}
      </div>
      <Problems title={say('problems')} rows={result.problems} label={label} />
      <Problems title={say('warnings')} rows={result.warnings} label={label} />
      {result.diffs.length > 0 && (
        <Panel title={say('diffs')}>
          <ul className="as-history">
            {result.diffs.map((diff) => (
              <li key={`${diff.line} ${diff.id}`}>
                <strong>{diff.name}</strong>
                {changesOf(diff).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

/** Sums of a report, large. */
export function Sums({ sums }: { sums: readonly (readonly [label: string, n: number])[] }) {
  return (
    <dl className="as-sums">
      {sums.map(([label, n]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{n.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}

type Problem = Api<'AssetImportProblem'>;

function Problems(props: { title: string; rows: readonly Problem[]; label: ReadonlyMap<string, string> }) {
  if (props.rows.length === 0) return null;
  return (
    <Panel title={props.title} flush>
      <SmallTable label={props.title} heads={[say('line'), say('field'), say('detail')]}>
        {props.rows.map((row, place) => (
          <tr key={place}>
            <td>{row.line}</td>
            <td>{props.label.get(row.field) ?? row.field}</td>
            <td>{row.detail}</td>
          </tr>
        ))}
      </SmallTable>
    </Panel>
  );
}
