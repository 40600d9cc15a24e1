import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Dialog, FileDrop, Form, Notice, showToast, TextField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { OVERVIEW, WEAKNESSES } from './host-security.api';
import { say } from './messages';

/** Takes a report of Snyk, of npm, or of another machine. Loaded when it is first opened. */
export default function BringReport({ onClose }: { onClose: () => void }) {
  const form = useForm<{ name: string }>({ defaultValues: { name: '' } });
  const [problem, setProblem] = useState<string>();
  const [file, setFile] = useState<File>();
  const upload = useSave<FormData>('host-security/reports', {
    refresh: [OVERVIEW, WEAKNESSES],
    onSaved: () => {
      showToast({ text: say('brought'), tone: 'success' });
      onClose();
    },
  });
  async function handleSave({ name }: { name: string }) {
    if (!file) return setProblem(say('fileNeeded'));
    const body = new FormData();
    if (name.trim()) body.append('name', name.trim());
    body.append('file', file);
    setProblem(undefined);
    return upload.save(body).catch((refusal: Error) => setProblem(refusal.message));
  }
  return (
    <Dialog open title={say('bring')} onClose={onClose}>
      <p className="st-quiet">{say('bringText')}</p>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Form form={form} onSubmit={handleSave} submitLabel={say('bring')} onCancel={onClose}>
        <FileDrop
          title={file?.name ?? say('drop')}
          browse={say('browse')}
          hint={say('dropHint')}
          accept=".json,.txt,.log"
          busy={upload.busy}
          onFile={setFile}
        />
        <TextField name="name" label={say('name')} help={say('nameHelp')} required={false} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
