import { Injectable } from '@nestjs/common';
import { EventRecorder } from '../../../platform/events';
import { NotFound } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet, type Wanted } from '../../../platform/resource';
import { nextStatuses, type AssetStatus } from '../asset-lifecycle';
import { AssetChecks } from './asset-checks';
import { AssetHistory, requireMove } from './asset-history';
import { AssetInterfaces } from './asset-interfaces';
import type { AssetCreateDto, AssetMoveDto, AssetUpdateDto } from './asset-input.dto';
import { AssetWriter } from './asset-writer';
import type { AssetStatusChangeDto, AssetWarningDto } from './asset.dto';
import type { AssetEntity } from './asset.entity';
import { assetResource } from './asset.resource';
import { interfaceDrafts } from './interface-draft';

type Row = Record<string, unknown>;
const ALWAYS_SET = ['name', 'type', 'status'];

/** Assets as people keep them. */
@Injectable()
export class AssetService extends ResourceService<AssetEntity> {
  constructor(
    house: ResourceHouse,
    private readonly parts: AssetInterfaces,
    private readonly history: AssetHistory,
    private readonly checks: AssetChecks,
    private readonly writer: AssetWriter,
    private readonly recorder: EventRecorder,
  ) {
    super(assetResource, house);
  }

  override async create(input: AssetCreateDto): Promise<object> {
    const { interfaces, customFields, ...fields } = input;
    const { organisationId } = input;
    if (!this.house.context.scope.includes(organisationId)) throw new NotFound('organisation');
    await this.house.refs.check(fields, this.resource.refs, organisationId);
    const model = await this.checks.model(fields);
    const type = input.type ?? model?.type ?? 'other';
    const custom = { organisationId, type, given: customFields ?? {}, stored: null, partial: false };
    const draft = {
      ...fields,
      type,
      status: input.status ?? 'active',
      manufacturerId: input.manufacturerId ?? model?.manufacturerId ?? null,
      customFields: await this.checks.customFields(custom),
      interfaces: interfaceDrafts(interfaces ?? [], 'hand'),
    };
    const others = await this.checks.sameSerial({ organisationId, serial: input.serial ?? null, id: null });
    const row = await this.writer.insert(draft, 'hand');
    const shown = draft.interfaces.length > 0 ? row : Object.assign(row, { interfaces: [] });
    return { ...(await this.show(shown)), warnings: warningsOf(others) };
  }

  override async update(id: string, patch: AssetUpdateDto, version?: number): Promise<object> {
    const row = await this.forWrite(id, 'update');
    const { interfaces, customFields, ...given } = patch;
    const fields = keepAlwaysSet(given, ALWAYS_SET) as Partial<AssetEntity>;
    await this.house.refs.check(fields, this.resource.refs, row.organisationId);
    await this.checks.parent(id, fields.parentId);
    const changes = { ...fields, ...(await this.makerOf(row, fields)) };
    if (customFields !== undefined) changes.customFields = await this.customAfter(row, fields, customFields);
    const drafts = interfaces === undefined ? undefined : interfaceDrafts(interfaces ?? [], 'hand');
    return this.showWithWarnings(
      await this.writer.change(row, { patch: changes, interfaces: drafts, source: 'hand', expected: version }),
    );
  }

  /** One step of the lifecycle, with its reason. */
  async move(id: string, { to, reason }: AssetMoveDto): Promise<object> {
    const row = await this.forWrite(id, 'update');
    requireMove(row.status, to);
    if (row.status === to) return this.show(row);
    const next = await this.writer.change(row, { patch: { status: to }, source: 'hand', reason });
    this.recorder.record({
      action: 'asset.moved',
      category: 'record',
      organisationId: row.organisationId,
      target: { type: 'asset', id, label: row.name },
      changes: { status: { from: row.status, to } },
      details: { reason: reason ?? null },
    });
    return this.show(next);
  }

  async statusChanges(id: string): Promise<AssetStatusChangeDto[]> {
    await this.repository.get(id);
    return this.history.of(id);
  }

  protected override async complete(rows: readonly Row[], wanted: Wanted): Promise<void> {
    for (const row of rows) row['nextStatuses'] = nextStatuses(row['status'] as AssetStatus);
    if (wanted && !wanted.has('interfaces')) return;
    // A new asset brings its interfaces along.
    await this.parts.attach(rows.filter((row) => row['interfaces'] === undefined));
  }

  protected override computed(): readonly string[] {
    return ['interfaces', 'nextStatuses', 'warnings'];
  }

  /** A new model brings its maker unless the change names one itself. */
  private async makerOf(row: AssetEntity, fields: Partial<AssetEntity>): Promise<Partial<AssetEntity>> {
    const { modelId, manufacturerId } = fields;
    if (modelId === undefined && manufacturerId === undefined) return {};
    const after = { modelId: modelId === undefined ? row.modelId : modelId, manufacturerId };
    const model = await this.checks.model(after);
    return model && manufacturerId === undefined ? { manufacturerId: model.manufacturerId } : {};
  }

  private customAfter(
    row: AssetEntity,
    fields: Partial<AssetEntity>,
    given: Record<string, unknown> | null,
  ): Promise<AssetEntity['customFields']> {
    const { organisationId, customFields: stored } = row;
    const type = fields.type ?? row.type;
    // Null clears every value a person may clear; required ones are then missed.
    if (given === null)
      return this.checks.customFields({ organisationId, type, given: {}, stored: null, partial: false });
    return this.checks.customFields({ organisationId, type, given, stored, partial: true });
  }

  private async showWithWarnings(row: AssetEntity): Promise<object> {
    return { ...(await this.show(row)), warnings: warningsOf(await this.checks.sameSerial(row)) };
  }
}

function warningsOf(sameSerial: readonly string[]): AssetWarningDto[] {
  if (sameSerial.length === 0) return [];
  const detail = `Other assets have this serial number too: ${sameSerial.join(', ')}.`;
  return [{ pointer: '/serial', code: 'serial.duplicate', detail }];
}
