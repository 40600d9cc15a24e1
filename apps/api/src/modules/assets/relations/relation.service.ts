import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors';
import { ResourceHouse } from '../../../platform/resource';
import { RecordDirectory, type KnownRecord } from './record-directory';
import { RelationDto, type RelationCreateDto } from './relation.dto';
import { RELATION_KINDS, RelationEntity } from './relation.entity';

const MOST = 500;
const RECORD = /^([a-z_]{1,40}):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** Typed relations between any two records of an organisation, read from both ends. */
@Injectable()
export class RelationService {
  constructor(
    private readonly house: ResourceHouse,
    private readonly directory: RecordDirectory,
  ) {}

  /** Relations of `asset:<id>`, as far as the actor may read the other ends. */
  async list(record: string): Promise<RelationDto[]> {
    const { type, id } = parsed(record);
    const rows = await this.house.sql.scoped<RelationEntity>(
      `SELECT id, organisation_id AS organisationId, kind, source_type AS sourceType, source_id AS sourceId, target_type AS targetType, target_id AS targetId, note, created_at AS createdAt
       FROM relation WHERE organisation_id IN (:scope) AND ((source_type = ? AND source_id = ?) OR (target_type = ? AND target_id = ?)) ORDER BY kind, id LIMIT ${MOST}`,
      [type, id, type, id],
    );
    const [first] = rows;
    // Who may not read the record learns nothing of what it is related to.
    if (!first || (await this.directory.find(type, [id], first.organisationId)).length === 0) return [];
    const seen = rows.map((row) => seenFrom(row, id));
    const others = await this.othersOf(seen);
    return seen.flatMap((one) => show(one, others));
  }

  async create(input: RelationCreateDto): Promise<RelationDto> {
    const { organisationId, sourceType, sourceId, targetType, targetId } = input;
    if (!this.house.context.scope.includes(organisationId)) throw new NotFound('organisation');
    if (sourceId === targetId) throw Invalid.field('/targetId', 'same', 'A record cannot be related to itself.');
    await this.end('source', { type: sourceType, id: sourceId, organisationId });
    const target = await this.end('target', { type: targetType, id: targetId, organisationId });
    this.requireWrite([sourceType, targetType], organisationId);
    const { kind } = input;
    const relations = this.house.repositories.of(RelationEntity);
    if (await relations.findOne({ organisationId, sourceId, targetId, kind }))
      throw new Conflict('relation.known', { detail: 'These two records are related in this way already.' });
    const row = await relations.create(input);
    return show(seenFrom(row, sourceId), new Map([[target.id, target]]))[0] as RelationDto;
  }

  async remove(id: string): Promise<void> {
    const relations = this.house.repositories.of(RelationEntity);
    const row = await relations.get(id);
    this.requireWrite([row.sourceType, row.targetType], row.organisationId);
    await relations.remove({ id });
  }

  private async end(
    end: 'source' | 'target',
    wanted: { type: string; id: string; organisationId: string },
  ): Promise<KnownRecord> {
    if (!this.directory.types().includes(wanted.type))
      throw Invalid.field(`/${end}Type`, 'choice', `Expected one of: ${this.directory.types().join(', ')}.`);
    const [found] = await this.directory.find(wanted.type, [wanted.id], wanted.organisationId);
    if (found) return found;
    const detail = 'This record does not exist here, or you cannot see it.';
    throw new Invalid('reference.not_found', {
      status: 404,
      detail,
      errors: [{ pointer: `/${end}Id`, code: 'not_found', params: { type: wanted.type }, detail }],
    });
  }

  /** Whoever may change one of the two records may say how they belong together. */
  private requireWrite(types: readonly string[], organisationId: string): void {
    const permissions = types.map((type) => this.directory.writePermission(type)).filter((one) => one !== undefined);
    if (permissions.some((permission) => this.house.policy.allows(permission, organisationId))) return;
    throw new Forbidden('permission.missing', {
      detail: 'To relate two records you need to be allowed to change one of them.',
      params: { permission: permissions[0] },
    });
  }

  private async othersOf(seen: readonly Seen[]): Promise<Map<string, KnownRecord>> {
    const groups = new Map<string, Seen[]>();
    for (const one of seen) {
      const key = `${one.row.organisationId} ${one.otherType}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const found = await Promise.all(
      [...groups.values()].map((group) => {
        const { row, otherType } = group[0] as Seen;
        return this.directory.find(
          otherType,
          group.map((one) => one.otherId),
          row.organisationId,
        );
      }),
    );
    return new Map(found.flat().map((record) => [record.id, record]));
  }
}

interface Seen {
  row: RelationEntity;
  outgoing: boolean;
  otherType: string;
  otherId: string;
}

function seenFrom(row: RelationEntity, id: string): Seen {
  const outgoing = row.sourceId === id;
  return outgoing
    ? { row, outgoing, otherType: row.targetType, otherId: row.targetId }
    : { row, outgoing, otherType: row.sourceType, otherId: row.sourceId };
}

function show({ row, outgoing, otherId }: Seen, others: ReadonlyMap<string, KnownRecord>): RelationDto[] {
  const other = others.get(otherId);
  if (!other) return [];
  const { label, inverse } = RELATION_KINDS[row.kind];
  const shown = { outgoing, label: outgoing ? label : inverse, other, otherArchived: other.archived };
  return [present(RelationDto, { ...row, ...shown })];
}

function parsed(record: string): { type: string; id: string } {
  const match = RECORD.exec(record);
  if (!match) throw Invalid.field('/record', 'format', 'Name the record as type:id, for example asset:0192….');
  return { type: (match[1] as string).toLowerCase(), id: (match[2] as string).toLowerCase() };
}
