import { EmptyState, Panel, SmallTable, Tag, Time } from '@st0r/ui';
import { SEVERITIES, severityTones, stateTones, totalOf, type Counts, type HostSecurity } from './host-security.api';
import { say, severityWords, sourceWords } from './messages';

type Subject = HostSecurity['subjects'][number];
const heads = [
  say('name'),
  say('state'),
  say('open'),
  { text: say('decided'), as: 'end' },
  { text: say('updates'), as: 'end' },
  { text: say('numbers'), as: 'end' },
  say('looked'),
  say('knownAt'),
] as const;

/** Each machine and project with what its newest inspection left, and how old that is. */
export function Subjects({ security: { subjects } }: { security: HostSecurity }) {
  if (subjects.length === 0)
    return (
      <Panel title={say('subjects')}>
        <EmptyState icon="box-seam" title={say('nothing')}>
          {say('nothingText')}
        </EmptyState>
      </Panel>
    );
  return (
    <Panel title={say('subjects')} flush>
      <p className="st-quiet st-host-note">{say('lookedText')}</p>
      <SmallTable label={say('subjects')} heads={heads}>
        {subjects.map((one) => (
          <SubjectRow key={`${one.source} ${one.subject}`} one={one} />
        ))}
      </SmallTable>
    </Panel>
  );
}

function SubjectRow({ one }: { one: Subject }) {
  const { source, subject, state, because, open, decided, updates, packages, takenAt, knownAt } = one;
  return (
    <tr>
      <td>
        {subject} <span className="st-quiet">{sourceWords(source)}</span>
      </td>
      <td>
        <Tag tone={stateTones[state]}>{say(state)}</Tag>
        {because && <div className="st-host-because">{because}</div>}
      </td>
      <td>
        <Severities counts={open} />
      </td>
      <td className="st-end">{decided}</td>
      <td className="st-end">{updates ?? ''}</td>
      <td className="st-end">{packages?.toLocaleString() ?? ''}</td>
      <td>
        <Time at={takenAt} />
      </td>
      <td>{knownAt ? <Time at={knownAt} /> : ''}</td>
    </tr>
  );
}

function Severities({ counts }: { counts: Counts }) {
  if (totalOf(counts) === 0) return <>0</>;
  return (
    <span className="st-marks">
      {SEVERITIES.filter((one) => counts[one] > 0).map((one) => (
        <Tag key={one} tone={severityTones[one]}>
          {severityWords(one)} {counts[one]}
        </Tag>
      ))}
    </span>
  );
}
