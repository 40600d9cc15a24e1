import { useRef, useState, type FormEvent } from 'react';
import { Alert, Form } from 'react-bootstrap';
import { Button } from '../button';
import { kit } from '../kit-messages';
import { ErrorState } from '../state/states';
import { Dialog } from './dialog';

/** What the person proved: a code, the password, or both. */
export type StepUpProof = { password?: string; code?: string };

type StepUpProps = {
  /** True where the current password is part of the proof. */
  askPassword: boolean;
  /** True where a code of an authenticator will do. */
  askCode: boolean;
  /** Proves it with a passkey, beside what was typed; where the person has one. */
  onPasskey?: (typed: StepUpProof) => Promise<string | undefined>;
  /** Another place to prove it at, beside or instead of here. */
  elsewhere?: { label: string; onProve: () => Promise<string | undefined> };
  /** Why nobody could be told what will do. */
  failed?: unknown;
  /** Resolves to nothing on success, or to the sentence to show. */
  onProve: (proof: StepUpProof) => Promise<string | undefined>;
  onClose: () => void;
};

/** Asks for a fresh proof of identity before a sensitive act. */
export function StepUpDialog({ failed, ...rest }: StepUpProps) {
  const { askPassword, askCode, onPasskey, elsewhere } = rest;
  // A password beside a passkey this browser cannot ask for is half a proof.
  const possible = askPassword || askCode || onPasskey || elsewhere;
  return (
    <Dialog open title={kit('stepUpTitle')} onClose={rest.onClose} size="sm">
      {failed ? <ErrorState error={failed} /> : possible ? <ProofForm {...rest} /> : <p>{kit('stepUpNothing')}</p>}
    </Dialog>
  );
}

function ProofForm({ askPassword, askCode, elsewhere, onPasskey, onProve, onClose }: Omit<StepUpProps, 'failed'>) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  async function prove(work: () => Promise<string | undefined>) {
    setBusy(true);
    setError(undefined);
    setError(await work());
    setBusy(false);
  }
  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const password = askPassword ? { password: String(values.get('password')) } : {};
    const code = askCode ? { code: String(values.get('code')).replaceAll(/\s/g, '') } : {};
    await prove(() => onProve({ ...password, ...code }));
  }
  async function handlePasskey() {
    const field = form.current?.querySelector<HTMLInputElement>('input[name=password]');
    if (field && !field.reportValidity()) return;
    await prove(async () => onPasskey?.(field ? { password: field.value } : {}));
  }
  const typed = askCode || (askPassword && !onPasskey);
  return (
    <Form ref={form} onSubmit={(event) => void handleSubmit(event)}>
      <p>{kit('stepUpText')}</p>
      {error && <Alert variant="danger">{error}</Alert>}
      {askPassword && (
        <Form.Group className="mb-3" controlId="step-up-password">
          <Form.Label>{kit('password')}</Form.Label>
          <Form.Control name="password" type="password" autoComplete="current-password" required autoFocus />
        </Form.Group>
      )}
      {askCode && (
        <Form.Group className="mb-3" controlId="step-up-code">
          <Form.Label>{kit('code')}</Form.Label>
          <Form.Control
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            autoFocus={!askPassword}
          />
          <Form.Text>{kit('codeHelp')}</Form.Text>
        </Form.Group>
      )}
      {onPasskey && (
        <div className="d-grid mb-3">
          <Button
            icon="fingerprint"
            tone={typed ? 'secondary' : 'primary'}
            busy={busy}
            autoFocus={!typed && !askPassword}
            onClick={() => void handlePasskey()}
          >
            {kit('stepUpPasskey')}
          </Button>
        </div>
      )}
      {elsewhere && (
        <div className="d-grid mb-3">
          <Button
            icon="box-arrow-up-right"
            tone={typed || onPasskey ? 'secondary' : 'primary'}
            busy={busy}
            onClick={() => void prove(elsewhere.onProve)}
          >
            {elsewhere.label}
          </Button>
        </div>
      )}
      <div className="d-flex justify-content-end gap-2">
        <Button onClick={onClose}>{kit('cancel')}</Button>
        {typed && (
          <Button type="submit" tone="primary" busy={busy}>
            {kit('confirm')}
          </Button>
        )}
      </div>
    </Form>
  );
}
