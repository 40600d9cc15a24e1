import { showToast, type RowKey } from '@st0r/ui';
import { copyCredentialField, copyCredentialUser, copyTotp } from '../../shared/credential-acts';
import { holds, siteOf, valuesOf, type Credential } from './credential-types';
import { say } from './messages';
import { useLabel } from './use-label';

/** The keys on a row of the vault: copy password, user and code, open the site, reveal. */
export function useRowKeys(onReveal: (row: Credential) => void): RowKey<Credential>[] {
  const label = useLabel();
  function copyPassword(row: Credential) {
    if (!row.can['reveal']) return refuse('vault.secret.reveal');
    if (!holds(row, 'password')) return showToast({ text: say('noPasswordHere', { name: row.name }), tone: 'info' });
    return void copyCredentialField(row.id, 'password', label(row));
  }
  function copyCode(row: Credential) {
    if (row.can['useTotp']) return void copyTotp(row.id, label(row));
    if (holds(row, 'totpSeed')) return refuse('vault.totp.use');
    return showToast({ text: say('noCodeHere', { name: row.name }), tone: 'info' });
  }
  function openSite(row: Credential) {
    const site = siteOf(valuesOf(row)['url']);
    if (site) window.open(site, '_blank', 'noopener,noreferrer');
    else showToast({ text: say('noSiteHere', { name: row.name }), tone: 'info' });
  }
  return [
    { id: 'vault.password', keys: 'enter', label: say('copyPassword'), run: copyPassword },
    {
      id: 'vault.user',
      keys: 'shift+enter',
      label: say('copyUser'),
      run: (row) => void copyCredentialUser(row.id, label(row)),
    },
    { id: 'vault.code', keys: 't', label: say('codeCopy'), run: copyCode },
    { id: 'vault.site', keys: 'w', label: say('openSite'), run: openSite },
    { id: 'vault.reveal', keys: 'alt+enter', label: say('revealPassword'), run: onReveal },
  ];
}

function refuse(permission: string): void {
  showToast({ text: say('needs', { permission }), tone: 'danger' });
}
