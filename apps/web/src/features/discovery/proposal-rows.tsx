import type { Ref } from 'react';
import { Link } from 'react-router';
import { Icon, Tag } from '@st0r/ui';
import { assetTypeIcon, assetTypeLabel } from '../../shared/asset-types';
import { DecisionBox } from './decision-box';
import { FoundSummary } from './found-summary';
import { fieldLabel, say } from './messages';
import { nameOf, type Difference, type Proposal } from './scan.types';

type ProposalRowsProps = {
  ref: Ref<HTMLTableSectionElement> | undefined;
  proposal: Proposal;
  place: number;
  cursor: boolean;
  tabStop: boolean;
  /** Undefined when nothing can be ticked. */
  selected: boolean | undefined;
  decision: string | undefined;
  onFocus: (place: number) => void;
  onTick: (range: boolean) => void;
  onDecide: ((decision: string) => void) | undefined;
  assetHref: (id: string) => string;
};

/** One device: what was found, what is recorded, what accepting would write, field by field. */
export function ProposalRows({ ref, proposal, place, ...row }: ProposalRowsProps) {
  const { asset } = proposal;
  const fresh = proposal.kind === 'new';
  // A new asset has nothing to compare with: its summary says it all.
  const lines = fresh ? [] : proposal.differences.filter(({ field }) => field !== 'vanishedAt');
  return (
    <tbody
      ref={ref}
      data-index={place}
      data-row={place}
      data-cursor={row.cursor || undefined}
      data-selected={row.selected || undefined}
      data-key={proposal.key}
      tabIndex={row.tabStop ? 0 : -1}
      onFocus={() => row.onFocus(place)}
    >
      <tr className="dc-head">
        <td className="st-check-cell" rowSpan={1 + lines.length + proposal.kept.length}>
          {row.selected !== undefined && (
            <input
              type="checkbox"
              className="form-check-input"
              aria-label={say('select', { name: nameOf(proposal) })}
              checked={row.selected}
              onClick={(event) => row.onTick(event.shiftKey)}
              onChange={() => undefined}
            />
          )}
        </td>
        <td>{proposal.found ? <FoundSummary found={proposal.found} /> : <None words={say('notAnswering')} />}</td>
        <td>
          {asset ? (
            <Link className="st-row-link" to={row.assetHref(asset.id)}>
              {asset.name}
            </Link>
          ) : (
            <None words={say('notRecorded')} />
          )}
          {proposal.matchedBy && (
            <div className="dc-small">{say('matchedBy', { by: byWords(proposal.matchedBy) })}</div>
          )}
        </td>
        <td>
          <Verdict proposal={proposal} decision={row.decision} onDecide={row.onDecide} />
        </td>
      </tr>
      {lines.map((line) => (
        <DifferenceRow key={`${line.field} ${line.interfaceIndex}`} line={line} />
      ))}
      {proposal.kept.map((line) => (
        <DifferenceRow key={`kept ${line.field} ${line.interfaceIndex}`} line={line} kept />
      ))}
    </tbody>
  );
}

const byWords = (by: string) => (by === 'mac' ? fieldLabel(by) : fieldLabel(by === 'ip' ? 'ips' : by).toLowerCase());

function Verdict({ proposal, decision, onDecide }: Pick<ProposalRowsProps, 'proposal' | 'decision' | 'onDecide'>) {
  if (proposal.kind === 'conflict') return <DecisionBox proposal={proposal} decision={decision} onDecide={onDecide} />;
  if (proposal.kind === 'vanished') return <Tag tone="warning">{say('vanishedOn')}</Tag>;
  if (proposal.kind === 'unchanged') return <None words={say('noChange')} />;
  if (proposal.kind === 'update') return <Tag tone="info">{say('kindUpdate')}</Tag>;
  return (
    <>
      <Tag tone="success">{say('newAsset')}</Tag> <strong>{proposal.suggestedName}</strong>
      <div className="dc-small">
        <Icon name={assetTypeIcon(proposal.suggestedType)} /> {assetTypeLabel(proposal.suggestedType)}
      </div>
    </>
  );
}

function DifferenceRow({ line, kept }: { line: Difference; kept?: boolean }) {
  const words = (values: readonly string[]) => (line.field === 'type' ? values.map(assetTypeLabel) : values).join(', ');
  return (
    <tr className="dc-line" data-kept={kept || undefined}>
      <td>
        <span className="dc-field">{fieldLabel(line.field)}</span> <Value words={words(line.found)} />
      </td>
      <td>
        <span className="dc-field">{fieldLabel(line.field)}</span> <Value words={words(line.recorded)} />
      </td>
      <td>
        <span className="dc-field">{fieldLabel(line.field)}</span>{' '}
        {kept ? <None words={say('kept')} /> : <ins className="dc-new">{words(line.proposed) || '–'}</ins>}
      </td>
    </tr>
  );
}

function Value({ words }: { words: string }) {
  return words ? <span title={words}>{words}</span> : <None words="–" />;
}

function None({ words }: { words: string }) {
  return <span className="st-none">{words}</span>;
}
