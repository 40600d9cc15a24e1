import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '../../../platform/errors';
import { ResourceHouse, ResourceService } from '../../../platform/resource';
import { FolderRulesReader } from './folder-rules';
import type { VaultFolderCreateDto, VaultFolderUpdateDto } from './vault-folder.dto';
import type { VaultFolderEntity } from './vault-folder.entity';
import { vaultFolderResource } from './vault-folder.resource';

const DEEPEST = 10;

/** Folders: one name per place, never inside themselves, rules set by those who may. */
@Injectable()
export class VaultFolderService extends ResourceService<VaultFolderEntity> {
  constructor(
    house: ResourceHouse,
    private readonly rules: FolderRulesReader,
  ) {
    super(vaultFolderResource, house);
  }

  override async create(input: object): Promise<object> {
    const draft = { ...input } as VaultFolderCreateDto;
    draft.reasonRequired ??= false;
    if (draft.reasonRequired || draft.stepUpMinutes != null) this.requireRuler(draft.organisationId);
    await this.lock(draft.organisationId);
    if (draft.parentId) await this.requireDepth(draft.organisationId, draft.parentId);
    return this.named(() => super.create(draft));
  }

  override async update(id: string, input: object, version?: number): Promise<object> {
    const patch = { ...input } as VaultFolderUpdateDto;
    if (patch.reasonRequired === null) delete patch.reasonRequired;
    const row = await this.forWrite(id, 'update');
    if (patch.reasonRequired !== undefined || patch.stepUpMinutes !== undefined) this.requireRuler(row.organisationId);
    if (patch.parentId !== undefined && patch.parentId !== row.parentId) await this.requirePlace(row, patch.parentId);
    return this.named(() => super.update(id, patch, version));
  }

  private requireRuler(organisationId: string): void {
    this.house.policy.require('vault.policy.manage', organisationId);
  }

  private async requirePlace(row: VaultFolderEntity, parentId: string | null): Promise<void> {
    await this.lock(row.organisationId);
    await this.rules.requireMove(row.organisationId, row.parentId, parentId);
    if (!parentId) return;
    const above = await this.requireDepth(row.organisationId, parentId);
    if (above.includes(row.id))
      throw Invalid.field('/parentId', 'cycle', 'A folder cannot lie in itself or in a folder below it.');
  }

  private async requireDepth(organisationId: string, parentId: string): Promise<string[]> {
    const above = await this.rules.ancestors(organisationId, parentId);
    if (above.length >= DEEPEST)
      throw Invalid.field('/parentId', 'too_deep', `Folders go ${DEEPEST} levels deep at most.`, { max: DEEPEST });
    return above.map((folder) => folder.id);
  }

  /** One move at a time in an organisation: two crossing moves could otherwise close a circle. */
  private async lock(organisationId: string): Promise<void> {
    await this.house.sql.scoped(
      'SELECT id FROM vault_folder WHERE organisation_id IN (:scope) AND organisation_id = ? FOR UPDATE',
      [organisationId],
    );
  }

  private async named(work: () => Promise<object>): Promise<object> {
    try {
      return await work();
    } catch (error) {
      if ((error as { driverError?: { errno?: number } }).driverError?.errno !== 1062) throw error;
      const detail = 'There is a folder of this name here already, perhaps an archived one.';
      throw new Conflict('vault_folder.name_taken', {
        detail,
        errors: [{ pointer: '/name', code: 'taken', params: {}, detail }],
      });
    }
  }
}
