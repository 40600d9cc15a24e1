import { useState, type ReactNode } from 'react';
import { Form } from 'react-bootstrap';
import { Button } from '../button';
import { kit } from '../kit-messages';
import { Dialog } from './dialog';

type ConfirmProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  /** Set for acts that nothing can undo: the person types this name first. */
  typeToConfirm?: string;
  danger?: boolean;
  onConfirm: () => void | Promise<void>;
  onClose: () => void;
};

/** Asks before an act. Reversible acts need no question: do them and offer Undo. */
export function ConfirmDialog({ typeToConfirm, danger, onConfirm, onClose, ...rest }: ConfirmProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  async function handleConfirm() {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
      setTyped('');
    }
  }
  const footer = (
    <>
      <Button onClick={onClose}>{kit('cancel')}</Button>
      <Button tone={danger ? 'danger' : 'primary'} disabled={!ready} busy={busy} onClick={() => void handleConfirm()}>
        {rest.confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog open={rest.open} title={rest.title} onClose={onClose} footer={footer}>
      {rest.children}
      {typeToConfirm !== undefined && (
        <Form.Group className="mt-3" controlId="st-confirm">
          <Form.Label>{kit('confirmTyping', { name: typeToConfirm })}</Form.Label>
          <Form.Control value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </Form.Group>
      )}
    </Dialog>
  );
}
