import { Facts, Notice, Panel } from '@st0r/ui';
import { fieldsOf, holds, isSecret, labelOf, siteOf, valuesOf, type Credential } from './credential-types';
import { say } from './messages';
import { SecretRow, ValueRow } from './secret-row';
import { TotpRow } from './totp-row';

const addresses = new Set(['url', 'apiEndpoint']);

/** What a credential holds: readable fields, then each secret with its acts. */
export function CredentialBody({ credential, revealNow }: { credential: Credential; revealNow?: boolean }) {
  return (
    <>
      {credential.archivedAt && <Notice tone="warning">{say('archivedText')}</Notice>}
      {credential.unreadable.length > 0 && (
        <Notice tone="danger">{say('unreadable', { fields: credential.unreadable.map(labelOf).join(', ') })}</Notice>
      )}
      <ReadableFields credential={credential} />
      <Secrets credential={credential} revealNow={revealNow} />
    </>
  );
}

function ReadableFields({ credential }: { credential: Credential }) {
  const values = valuesOf(credential);
  const facts = fieldsOf(credential.type)
    .filter((field) => !isSecret(field))
    .map((field) => [labelOf(field), drawn(field, values[field])] as const);
  return (
    <Panel title={say('fields')}>
      <Facts facts={facts} />
    </Panel>
  );
}

function drawn(field: string, value: string | null | undefined) {
  if (!value) return null;
  const href = addresses.has(field) ? siteOf(value)?.href : undefined;
  return <ValueRow value={value} label={labelOf(field)} href={href} />;
}

function Secrets({ credential, revealNow }: { credential: Credential; revealNow?: boolean }) {
  const order = fieldsOf(credential.type);
  const secrets = credential.secrets
    .filter(({ field }) => field !== 'totpSeed')
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const reveals = credential.can['reveal'] === true;
  const permission = 'vault.secret.reveal';
  return (
    <Panel title={say('secrets')}>
      {!reveals && credential.secrets.length > 0 && (
        <Notice>{say(credential.can['useTotp'] ? 'cannotRevealButTotp' : 'cannotReveal', { permission })}</Notice>
      )}
      {credential.secrets.length === 0 && <p className="st-quiet">{say('noSecrets')}</p>}
      {secrets.map(({ field, changedAt }) => (
        <SecretRow
          key={field}
          credential={credential}
          field={field}
          changedAt={changedAt}
          revealNow={revealNow && field === 'password'}
        />
      ))}
      {holds(credential, 'totpSeed') && <TotpRow credential={credential} />}
      {reveals && secrets.length > 0 && <p className="st-quiet st-vault-hint">{say('hides', { n: 30 })}</p>}
    </Panel>
  );
}
