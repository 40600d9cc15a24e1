import type { SecretLabel } from '../../shared/credential-acts';
import { useMe } from '../../shared/session';
import type { Credential } from './credential-types';

/** What a copied secret is called: the credential with the client it opens. */
export function useLabel(): (credential: Pick<Credential, 'name' | 'organisationId'>) => SecretLabel {
  const { organisations } = useMe();
  return ({ name, organisationId }) => {
    const organisation = organisations.find(({ id }) => id === organisationId);
    return organisation ? { name, organisation } : name;
  };
}
