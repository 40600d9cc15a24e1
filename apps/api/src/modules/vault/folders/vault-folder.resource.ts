import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { VaultFolderCreateDto, VaultFolderDto, VaultFolderUpdateDto } from './vault-folder.dto';
import { VaultFolderEntity } from './vault-folder.entity';

export const vaultFolderResource = defineResource({
  noun: 'vaultFolder',
  plural: 'vaultFolders',
  about: 'Folders of credentials, with rules for revealing what lies in them.',
  entity: VaultFolderEntity,
  dto: VaultFolderDto,
  create: VaultFolderCreateDto,
  update: VaultFolderUpdateDto,
  refs: { parent: { entity: () => VaultFolderEntity, id: 'parentId' } },
  list: defineList({
    entity: VaultFolderEntity,
    fields: {
      name: { kind: 'text', sort: true },
      parentId: { kind: 'id' },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
    },
    search: ['name'],
    defaultSort: 'name',
  }),
  access: {
    read: Authorize('vault.item.read'),
    create: Authorize('vault.item.create'),
    update: Authorize('vault.item.update'),
    archive: Authorize('vault.item.delete'),
  },
});
