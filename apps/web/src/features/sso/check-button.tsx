import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, Notice } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { touches } from '../../shared/use-save';
import { say as sayLdap } from './ldap-messages';
import { say } from './messages';
import { PATH, type Connection } from './sso.api';

type Answer = { works: boolean; sentence: string };

/** What a check that went well has shown. */
const WORKS = { oidc: say('checked'), saml: say('checkedSaml'), ldap: sayLdap('checkedLdap') };

/** Asks the provider whether it is there, before anybody signs in. */
export function CheckButton({ connection: { id, kind, saml } }: { connection: Connection }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  async function handleCheck() {
    setBusy(true);
    try {
      const { works, sentence } = await api.post<Api<'ConnectionCheck'>>(`${PATH}/${id}/check`);
      setAnswer({
        works,
        sentence: sentence ?? (kind === 'saml' && !saml?.metadataUrl ? say('checkedCertificates') : WORKS[kind]),
      });
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [PATH]) });
    } catch (error) {
      if (isProblem(error)) setAnswer({ works: false, sentence: error.message });
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="mt-3" aria-live="polite">
      <Button icon="broadcast" busy={busy} onClick={() => void handleCheck()}>
        {say('check')}
      </Button>
      {answer && (
        <div className="mt-3">
          <Notice tone={answer.works ? 'success' : 'danger'}>{answer.sentence}</Notice>
        </div>
      )}
    </div>
  );
}
