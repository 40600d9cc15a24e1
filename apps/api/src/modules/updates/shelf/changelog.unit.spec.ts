import { describe, expect, it } from 'vitest';
import { newNotes, notesOf } from './changelog';

const OURS = '# Changes\n\n## 1.0.0\n\n- The first.\n';
const THEIRS = `# Changes\n\n## 1.1.0\n\n- **Security:** a hole is closed.\n- Two lines\n  of one note.\n- Old style. (security)\n\n${OURS.slice(11)}`;

describe('the changes of a release', () => {
  it('are told line by line, with what mends security marked', () => {
    expect(notesOf(THEIRS)).toEqual([
      { section: '1.1.0', text: 'A hole is closed.', security: true },
      { section: '1.1.0', text: 'Two lines of one note.', security: false },
      { section: '1.1.0', text: 'Old style.', security: true },
      { section: '1.0.0', text: 'The first.', security: false },
    ]);
  });

  it('are those this release does not know yet', () => {
    expect(newNotes(THEIRS, OURS).map(({ section }) => section)).toEqual(['1.1.0', '1.1.0', '1.1.0']);
    expect(newNotes(OURS, OURS)).toEqual([]);
  });
});
