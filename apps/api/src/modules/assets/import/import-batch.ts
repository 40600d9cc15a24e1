import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { changesBetween } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import { ResourceHouse } from '../../../platform/resource';
import { AssetChecks } from '../asset/asset-checks';
import { AssetInterfaces, type StoredInterface } from '../asset/asset-interfaces';
import { requireMove } from '../asset/asset-history';
import { AssetEntity } from '../asset/asset.entity';
import type { AssetChange, AssetDraft } from '../asset/asset-writer';
import type { InterfaceDraft } from '../asset/interface-draft';
import { fold } from './import-lookups';
import { customFor, type CellNote, type ReadRow, type ReaderOptions } from './row-reader';

/** A row of the file with what was read from it. */
export interface NumberedRow {
  line: number;
  cells: string[];
  read: ReadRow;
}

/** What is to happen with one row. */
export type RowPlan =
  | { kind: 'create'; row: NumberedRow; draft: AssetDraft }
  | { kind: 'update'; row: NumberedRow; known: AssetEntity; change: AssetChange; changes: object }
  | { kind: 'skip'; row: NumberedRow }
  | { kind: 'refuse'; row: NumberedRow; problems: CellNote[] };

/** What holds for the whole file. */
export interface FileFacts {
  organisationId: string;
  match: 'serial' | 'assetTag' | 'name' | 'externalId';
  options: ReaderOptions;
  /** Folded keys, tags and external ids met in earlier rows, each with its line. */
  seen: Map<string, number>;
}

const UNIQUE = ['assetTag', 'externalId'] as const;

/** Decides row by row what an import does; a few statements per batch, whatever its size. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly house: ResourceHouse,
    private readonly checks: AssetChecks,
    private readonly interfaces: AssetInterfaces,
  ) {}

  async plan(rows: readonly NumberedRow[], file: FileFacts): Promise<RowPlan[]> {
    const known = await this.known(rows, file);
    const parts = await this.interfaces.of(known.assets.map((asset) => asset.id));
    const plans: RowPlan[] = [];
    for (const row of rows) plans.push(await this.planOne(row, file, { known, parts }));
    return plans;
  }

  private async planOne(row: NumberedRow, file: FileFacts, batch: Batch): Promise<RowPlan> {
    const problems = [...row.read.problems, ...twice(row, file)];
    const matches = batch.known.matching(row.read.fields[file.match]);
    if (matches.length > 1)
      problems.push({ field: file.match, code: 'ambiguous', detail: `${matches.length} assets have this value.` });
    const [known] = matches;
    problems.push(...batch.known.takenBy(row, known));
    if (!known && !row.read.fields.name)
      problems.push({ field: 'name', code: 'required', detail: 'A new asset needs a name.' });
    if (problems.length > 0) return { kind: 'refuse', row, problems };
    try {
      return known
        ? await this.update(row, known, { file, parts: batch.parts.get(known.id) ?? [] })
        : await this.create(row, file);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { kind: 'refuse', row, problems: notesOf(error) };
    }
  }

  private async create(row: NumberedRow, { organisationId, options }: FileFacts): Promise<RowPlan> {
    const { fields, address } = row.read;
    const model = fields.modelId ? await this.checks.model(fields) : null;
    const type = fields.type ?? model?.type ?? 'other';
    const draft = {
      ...(fields as Partial<AssetEntity>),
      organisationId,
      name: fields.name ?? '',
      type,
      status: fields.status ?? 'active',
      customFields: await this.custom(row, { organisationId, type, stored: null }, options),
      interfaces: address ? [interfaceOf(address, 0)] : [],
    };
    return { kind: 'create', row, draft };
  }

  private async update(
    row: NumberedRow,
    known: AssetEntity,
    { file, parts }: { file: FileFacts; parts: StoredInterface[] },
  ): Promise<RowPlan> {
    const { address } = row.read;
    const fields = Object.fromEntries(Object.entries(row.read.fields).filter(([, value]) => value !== undefined));
    const patch = fields as Partial<AssetEntity>;
    if (patch.status) requireMove(known.status, patch.status);
    const type = patch.type ?? known.type;
    const customFields = await this.custom(row, { ...known, type, stored: known.customFields }, file.options);
    if (Object.keys(row.read.custom).length > 0) patch.customFields = customFields;
    const interfaces = address ? withAddress(parts, address) : undefined;
    const changes = {
      ...changesBetween(known, patch, []),
      ...(interfaces ? { interfaces: { from: parts.map(shown), to: interfaces.map(shown) } } : {}),
    };
    if (Object.keys(changes).length === 0) return { kind: 'skip', row };
    return { kind: 'update', row, known, change: { patch, interfaces, source: 'import' }, changes };
  }

  private async custom(
    row: NumberedRow,
    asset: { organisationId: string; type: AssetEntity['type']; stored: AssetEntity['customFields'] },
    { customFields: fields }: ReaderOptions,
  ): Promise<AssetEntity['customFields']> {
    const given = customFor(row.read, asset.type, fields);
    return this.checks.customFields({ ...asset, given, partial: true, fields });
  }

  /** The recorded assets this batch may mean, and those whose unique values it uses. */
  private async known(rows: readonly NumberedRow[], { organisationId, match }: FileFacts): Promise<Known> {
    const assets = this.house.repositories.of(AssetEntity);
    const found = new Map<string, AssetEntity>();
    for (const key of new Set([match, ...UNIQUE])) {
      const values = [
        ...new Set(rows.map(({ read }) => read.fields[key]).filter((value) => typeof value === 'string')),
      ];
      if (values.length === 0) continue;
      for (const asset of await assets.find({ organisationId, [key]: In(values) })) found.set(asset.id, asset);
    }
    return new Known([...found.values()], match);
  }
}

interface Batch {
  known: Known;
  parts: ReadonlyMap<string, StoredInterface[]>;
}

class Known {
  private readonly byValue = new Map<string, AssetEntity[]>();

  constructor(
    readonly assets: readonly AssetEntity[],
    private readonly match: FileFacts['match'],
  ) {
    for (const asset of assets)
      for (const key of new Set([match, ...UNIQUE])) this.add(`${key} ${fold(asset[key] ?? '')}`, asset);
  }

  matching(value: string | null | undefined): AssetEntity[] {
    if (!value) return [];
    return (this.byValue.get(`${this.match} ${fold(value)}`) ?? []).filter((asset) => asset.archivedAt === null);
  }

  takenBy({ read }: NumberedRow, known: AssetEntity | undefined): CellNote[] {
    return UNIQUE.flatMap((key) => {
      const value = read.fields[key];
      const owner = value ? this.byValue.get(`${key} ${fold(value)}`)?.[0] : undefined;
      return owner && owner.id !== known?.id
        ? [{ field: key, code: 'taken', detail: `"${owner.name}" has this value already.` }]
        : [];
    });
  }

  private add(key: string, asset: AssetEntity): void {
    this.byValue.set(key, [...(this.byValue.get(key) ?? []), asset]);
  }
}

/** Two rows of one file that mean the same asset cannot both be right. */
function twice({ line, read }: NumberedRow, { match, seen }: FileFacts): CellNote[] {
  return [...new Set([match, ...UNIQUE])].flatMap((key) => {
    const value = read.fields[key];
    if (!value) return [];
    const earlier = seen.get(`${key} ${fold(value)}`);
    if (earlier === undefined) seen.set(`${key} ${fold(value)}`, line);
    return earlier === undefined
      ? []
      : [{ field: key, code: 'repeated', detail: `Line ${earlier} has this value too.` }];
  });
}

function notesOf(error: DomainError): CellNote[] {
  const detail = error.facts.detail ?? error.code;
  return (error.facts.errors ?? [{ pointer: '', code: error.code, detail }]).map((one) => ({
    field: one.pointer.replace(/^\/customFields\//, 'cf.').replace(/^\//, ''),
    code: one.code,
    detail: one.detail,
  }));
}

type Address = NonNullable<ReadRow['address']>;

function interfaceOf({ mac, ip }: Address, at: number): InterfaceDraft {
  const ips = ip ? [ip] : [];
  return { name: `Interface ${at + 1}`, type: null, mac, primary: at === 0, ips, source: 'import', lastSeenAt: null };
}

/** The interfaces with the address added where it is missing; undefined when it is there already. */
function withAddress(parts: readonly StoredInterface[], address: Address): InterfaceDraft[] | undefined {
  const { mac, ip } = address;
  const fits = (one: StoredInterface): boolean => (mac ? one.mac === mac : ip !== null && one.ips.includes(ip));
  const at = parts.findIndex(fits);
  const found = parts[at];
  if (found && (!ip || found.ips.includes(ip))) return undefined;
  const drafts = parts.map((part) => ({ ...draftOf(part) }));
  if (!found || !ip) return [...drafts, interfaceOf(address, parts.length)];
  return drafts.map((draft, index) => (index === at ? { ...draft, ips: [...draft.ips, ip], source: 'import' } : draft));
}

function draftOf({ name, type, mac, primary, ips, source, lastSeenAt }: StoredInterface): InterfaceDraft {
  const seen = lastSeenAt ? new Date(`${lastSeenAt.replace(' ', 'T')}Z`) : null;
  return { name, type, mac, primary, ips, source, lastSeenAt: seen };
}

const shown = ({ name, mac, ips }: { name: string; mac: string | null; ips: string[] }): object => ({ name, mac, ips });
