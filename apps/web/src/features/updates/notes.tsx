import type { Api } from '@st0r/api-client';
import { Panel, Tag } from '@st0r/ui';
import { say } from './messages';

type Note = Api<'UpdateNote'>;

/** Changes of a release as a panel; what mends security comes first and is marked. */
export function Notes({ title, notes }: { title: string; notes: readonly Note[] }) {
  return (
    <Panel title={title}>
      <NoteList notes={notes} />
    </Panel>
  );
}

/** The same without a frame. */
export function NoteList({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return <span className="st-quiet">{say('noNotes')}</span>;
  const sorted = [...notes.filter(({ security }) => security), ...notes.filter(({ security }) => !security)];
  return (
    <ul className="st-updates-notes">
      {sorted.map(({ section, text, security }) => (
        <li key={`${section} ${text}`}>
          {security && <Tag tone="warning">{say('security')}</Tag>} {plain(text)}
        </li>
      ))}
    </ul>
  );
}

// Marks of the file the changes are written in; a page of ours needs none of them.
const plain = (text: string): string =>
  text
    .replace(/(?<!\w)_([^_]+)_(?!\w)/g, '$1')
    .replace(/`|\*\*/g, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
