import { useState } from 'react';
import { CopyButton, HiddenSecret, Icon, IconButton, SecretText, Time, TotpRing } from '@st0r/ui';
import { copyCredentialField } from '../../shared/credential-acts';
import { labelOf, type Credential } from './credential-types';
import { say } from './messages';
import { ReadAloud } from './read-aloud';
import { useLabel } from './use-label';
import { useReveal } from './use-reveal';

type RowProps = { credential: Credential; field: string; changedAt?: string; revealNow?: boolean };

/** One secret of a record: hidden, copied without being shown, or revealed for half a minute. */
export function SecretRow({ credential, field, changedAt, revealNow }: RowProps) {
  const label = labelOf(field);
  const name = useLabel();
  const may = credential.can['reveal'] === true && !credential.archivedAt;
  const { shown, busy, refusal, reveal, hide } = useReveal(
    `credentials/${credential.id}/fields/${field}/reveal`,
    revealNow && may,
  );
  const [aloud, setAloud] = useState(false);
  return (
    <div className="st-vault-secret" data-shown={shown !== undefined || undefined}>
      <div className="st-vault-secret-head">
        <span className="st-vault-label">{label}</span>
        {changedAt && (
          <span className="st-quiet">
            {say('changed')} <Time at={changedAt} />
          </span>
        )}
      </div>
      <div className="st-vault-secret-value">
        <div>{shown ? <SecretText value={shown.value} /> : <HiddenSecret label={`${label}: ${say('hidden')}`} />}</div>
        {may && (
          <span className="st-vault-acts">
            {shown && <TotpRing period={30} until={shown.until} />}
            {shown && (
              <IconButton
                icon="megaphone"
                size="sm"
                label={say('readAloud')}
                aria-pressed={aloud}
                onClick={() => setAloud(!aloud)}
              />
            )}
            <IconButton
              icon={shown ? 'eye-slash' : 'eye'}
              size="sm"
              busy={busy}
              label={shown ? say('hide') : say('reveal', { field: label })}
              onClick={() => (shown ? hide() : void reveal())}
            />
            <IconButton
              icon="copy"
              size="sm"
              label={say('copy', { field: label })}
              onClick={() => void copyCredentialField(credential.id, field, name(credential))}
            />
          </span>
        )}
      </div>
      {refusal && (
        <p className="st-field-error" role="alert">
          <Icon name="exclamation-triangle" /> {refusal}
        </p>
      )}
      {shown && aloud && <ReadAloud value={shown.value} label={label} />}
    </div>
  );
}

/** A readable value with its copy button. */
export function ValueRow({ value, label, href }: { value: string; label: string; href?: string }) {
  return (
    <span className="st-vault-value">
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {value}
        </a>
      ) : (
        <span>{value}</span>
      )}
      <CopyButton text={() => value} label={say('copy', { field: label })} what={label} quiet />
    </span>
  );
}
