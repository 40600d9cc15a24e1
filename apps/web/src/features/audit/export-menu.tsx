import { Menu, showToast } from '@st0r/ui';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../shared/api';
import { listParams } from '../../shared/list-url';
import { isProblem } from '../../shared/problem';
import { say } from './messages';

/** Downloads exactly what the filters find; asks for a fresh proof first, and the log keeps who took it. */
export function ExportMenu() {
  const [search] = useSearchParams();
  const { org } = useParams();
  async function run(format: 'csv' | 'jsonl' | 'proofs') {
    const { cursor: _, ...filters } = listParams(search);
    try {
      const { file, name } = await api.download('events/export', {
        ...filters,
        org: org === 'all' ? undefined : org,
        format,
      });
      save(file, name);
      showToast({ text: say('exported', { name }), tone: 'success' });
    } catch (error) {
      if (!isProblem(error, 'step_up.required'))
        showToast({ text: isProblem(error) ? error.message : say('failed'), tone: 'danger' });
    }
  }
  return (
    <Menu
      icon="download"
      label={say('exportLabel')}
      items={[
        { heading: say('exportTold') },
        { label: say('exportCsv'), icon: 'filetype-csv', onPick: () => void run('csv') },
        { label: say('exportJsonl'), icon: 'filetype-json', onPick: () => void run('jsonl') },
        // A proof is of one client's events; what everybody's look like together proves nothing to any of them.
        ...(org === 'all'
          ? []
          : [{ label: say('exportProofs'), icon: 'patch-check' as const, onPick: () => void run('proofs') }]),
      ]}
    />
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has read the address once the click is through.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
