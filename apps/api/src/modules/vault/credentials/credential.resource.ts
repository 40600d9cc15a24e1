import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { BREACH_STATES, inBreachState } from '../breaches/breach-book';
import { VaultFolderEntity } from '../folders/vault-folder.entity';
import { CREDENTIAL_TYPES } from './credential-fields';
import { CredentialCreateDto, CredentialDto, CredentialUpdateDto } from './credential.dto';
import { CredentialEntity } from './credential.entity';

const marks = (values: readonly string[]): string => values.map(() => '?').join(', ');

export const credentialResource = defineResource({
  noun: 'credential',
  plural: 'credentials',
  about: 'Shared passwords, keys and codes. Lists and pages show what exists; a secret leaves by reveal only.',
  entity: CredentialEntity,
  dto: CredentialDto,
  create: CredentialCreateDto,
  update: CredentialUpdateDto,
  refs: { folder: { entity: () => VaultFolderEntity, id: 'folderId' } },
  list: defineList({
    entity: CredentialEntity,
    fields: {
      name: { kind: 'text', sort: true },
      type: { kind: 'choice', choices: CREDENTIAL_TYPES, sort: true },
      folderId: { kind: 'id' },
      tags: { kind: 'text', operators: ['all'] },
      expiresOn: { kind: 'day', sort: true },
      strength: { kind: 'int', sort: true },
      secretChangedAt: { kind: 'moment', sort: true },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
      // What is known of the present password; of one nobody asked about that is nothing.
      breach: {
        kind: 'choice',
        choices: BREACH_STATES,
        operators: ['eq', 'in'],
        sql: (_operator, states) => ({ text: inBreachState('credential', states.map(String)), params: [] }),
      },
      linkedTo: {
        kind: 'id',
        operators: ['eq', 'in'],
        sql: (_operator, values) => ({
          text: `EXISTS (SELECT 1 FROM credential_link l WHERE l.organisation_id = credential.organisation_id
                 AND l.credential_id = credential.id AND l.target_id IN (${marks(values)}))`,
          params: [...values],
        }),
      },
      // Put in by the service after it has read the sealed user names and addresses; nobody can ask for it.
      words: {
        kind: 'text',
        filter: false,
        sql: (_operator, [like = '', ...ids]) => ({
          text: ids.length > 0 ? `(name LIKE ? OR id IN (${marks(ids)}))` : 'name LIKE ?',
          params: [like, ...ids],
        }),
      },
    },
    search: ['name'],
    defaultSort: 'name',
  }),
  access: {
    read: Authorize('vault.item.read'),
    create: Authorize('vault.item.create'),
    update: Authorize('vault.item.update'),
    archive: Authorize('vault.item.delete'),
    // The whole list with its user names in one file is more than looking things up.
    export: Authorize('vault.transfer', { event: 'credential.exported' }),
  },
});
