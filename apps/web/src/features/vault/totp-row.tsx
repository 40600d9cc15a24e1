import { useState } from 'react';
import { Button, HiddenSecret, IconButton, TotpRing } from '@st0r/ui';
import { api } from '../../shared/api';
import { copyTotp } from '../../shared/credential-acts';
import { withReason } from '../../shared/reason';
import type { Credential } from './credential-types';
import { say } from './messages';
import { useLabel } from './use-label';
import { refusalOf } from './use-reveal';

type Code = { code: string; secondsLeft: number; period: number };
type Shown = { code: string; period: number; until: number };

/** The one-time code of this moment. Each one shown is an act of its own, so the next one waits to be asked for. */
export function TotpRow({ credential }: { credential: Credential }) {
  const name = useLabel();
  const [shown, setShown] = useState<Shown>();
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<string>();
  const may = credential.can['useTotp'] === true && !credential.archivedAt;
  async function handleShow() {
    setBusy(true);
    setNote(undefined);
    try {
      const answer = await withReason((body) => api.post<Code>(`credentials/${credential.id}/totp`, body));
      setShown({ code: answer.code, period: answer.period, until: Date.now() + answer.secondsLeft * 1000 });
    } catch (error) {
      setNote(refusalOf(error));
    } finally {
      setBusy(false);
    }
  }
  function handleEnd() {
    setShown(undefined);
    setNote(say('codeEnded'));
  }
  return (
    <div className="st-vault-secret">
      <div className="st-vault-secret-head">
        <span className="st-vault-label">{say('code')}</span>
      </div>
      <div className="st-vault-secret-value">
        <div>
          {shown ? (
            <output className="st-secret st-vault-code" aria-label={say('code')}>
              {`${shown.code.slice(0, 3)} ${shown.code.slice(3)}`}
            </output>
          ) : (
            <Idle may={may} note={note} />
          )}
        </div>
        {may && (
          <span className="st-vault-acts">
            {shown && <TotpRing period={shown.period} until={shown.until} onEnd={handleEnd} />}
            {!shown && (
              <Button size="sm" icon="clock" busy={busy} onClick={() => void handleShow()}>
                {say('codeShow')}
              </Button>
            )}
            <IconButton
              icon="copy"
              size="sm"
              label={say('codeCopy')}
              onClick={() => void copyTotp(credential.id, name(credential))}
            />
          </span>
        )}
      </div>
    </div>
  );
}

function Idle({ may, note }: { may: boolean; note: string | undefined }) {
  if (!may) return <HiddenSecret label={`${say('code')}: ${say('hidden')}`} />;
  return (
    <span className="st-quiet" role="status">
      {note}
    </span>
  );
}
