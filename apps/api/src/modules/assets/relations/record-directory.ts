import { Injectable } from '@nestjs/common';
import { ownershipOf, snake } from '../../../platform/database';
import { ResourceHouse, declaredResources, permissionOf, type Resource } from '../../../platform/resource';
import type { Permission } from '../../../platform/authorize';

/** A record of any kind, enough to show and to link it. */
export interface KnownRecord {
  id: string;
  type: string;
  name: string;
  organisationId: string;
  archived: boolean;
}

/** Finds records of any declared resource by type and id, inside one organisation and within the actor's rights. */
@Injectable()
export class RecordDirectory {
  constructor(private readonly house: ResourceHouse) {}

  /** Nouns of records that can be related. */
  types(): string[] {
    return [...relatable().keys()];
  }

  /** The named records the actor may read in `organisationId`; others are simply missing. */
  async find(type: string, ids: readonly string[], organisationId: string): Promise<KnownRecord[]> {
    const resource = relatable().get(type);
    const permission = resource && permissionOf(resource.access.read);
    if (!resource || !permission || ids.length === 0) return [];
    if (!this.house.policy.allows(permission, organisationId)) return [];
    const { table, label } = ownershipOf(resource.entity);
    const marks = ids.map(() => '?').join(', ');
    const rows = await this.house.sql.house<{ id: string; name: string; archivedAt: string | null }>(
      `SELECT id, ${snake(label)} AS name, archived_at AS archivedAt FROM ${table} WHERE organisation_id = ? AND id IN (${marks})`,
      [organisationId, ...ids],
    );
    return rows.map(({ id, name, archivedAt }) => ({ id, type, name, organisationId, archived: archivedAt !== null }));
  }

  /** What it takes to change records of a type; undefined when nobody may. */
  writePermission(type: string): Permission | undefined {
    return permissionOf(relatable().get(type)?.access.update);
  }
}

/** Records with a life of their own; the organisation itself and its settings are not related to things. */
function relatable(): Map<string, Resource> {
  const records = declaredResources().filter(({ tenant, entity }) => {
    const { events, scopedBy, noun } = ownershipOf(entity);
    return (
      tenant && scopedBy === 'organisationId' && (events === 'record' || events === 'vault') && noun !== 'custom_field'
    );
  });
  return new Map(records.map((resource) => [ownershipOf(resource.entity).noun, resource]));
}
