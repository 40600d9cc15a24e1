import { say } from './messages';

const empty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** A value of the log as plain text: whatever was stored is shown as written, never as markup. */
export function written(value: unknown): string {
  if (empty(value)) return say('none');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sides(change: unknown): { from: unknown; to: unknown } | undefined {
  return typeof change === 'object' && change !== null && 'from' in change && 'to' in change ? change : undefined;
}

/** Before and after, field by field; sealed fields say only that they changed. */
export function ChangesTable({ changes }: { changes: Record<string, unknown> }) {
  return (
    <section>
      <h3>{say('changes')}</h3>
      <table className="st-audit-diff">
        <thead>
          <tr>
            <th scope="col">{say('thisField')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(changes).map(([field, change]) => (
            <ChangeRow key={field} field={field} change={change} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ChangeRow({ field, change }: { field: string; change: unknown }) {
  const both = sides(change);
  return (
    <tr>
      <th scope="row">{field}</th>
      {both ? (
        <>
          <td>{empty(both.from) ? <span className="st-none">{say('none')}</span> : <del>{written(both.from)}</del>}</td>
          <td>{empty(both.to) ? <span className="st-none">{say('none')}</span> : <ins>{written(both.to)}</ins>}</td>
        </>
      ) : (
        <td colSpan={2} title={say('changedSecret')}>
          {say('changed')}
        </td>
      )}
    </tr>
  );
}
