import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, Panel, Tag } from '@st0r/ui';
import { say } from './messages';

type Note = Api<'UpdateNote'>;

/** So many are shown at first: the changes of a release can be longer than the rest of the page. */
const FIRST = 12;

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
  const [all, setAll] = useState(false);
  if (notes.length === 0) return <span className="st-quiet">{say('noNotes')}</span>;
  const sorted = [...notes.filter(({ security }) => security), ...notes.filter(({ security }) => !security)];
  // A button for one more line would take the room of that line.
  const shown = all || sorted.length <= FIRST + 1 ? sorted : sorted.slice(0, FIRST);
  return (
    <>
      <ul className="st-updates-notes">
        {shown.map(({ section, text, security }) => (
          <li key={`${section} ${text}`}>
            {security && <Tag tone="warning">{say('security')}</Tag>} {plain(text)}
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Button size="sm" onClick={() => setAll(true)}>
          {say('allNotes', { n: sorted.length })}
        </Button>
      )}
    </>
  );
}

// Marks of the file the changes are written in; a page of ours needs none of them.
const plain = (text: string): string =>
  text
    .replace(/(?<!\w)_([^_]+)_(?!\w)/g, '$1')
    .replace(/`|\*\*/g, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
