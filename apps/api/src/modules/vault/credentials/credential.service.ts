import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import type { ListQuery } from '@st0r/list-query';
import type { Permission } from '../../../platform/authorize';
import { changesBetween } from '../../../platform/database';
import { Invalid, NotFound } from '../../../platform/errors';
import type { Changes } from '../../../platform/events';
import type { Page } from '../../../platform/list';
import { ResourceHouse, ResourceService, type Wanted } from '../../../platform/resource';
import { FolderRulesReader } from '../folders/folder-rules';
import { CredentialEvents } from './credential-events';
import { CredentialVersionEntity } from './credential-version.entity';
import { CredentialLinks } from './credential-links';
import { CredentialReader } from './credential-reader';
import { spelled, type CredentialField } from './credential-fields';
import type { CredentialCreateDto, CredentialUpdateDto } from './credential.dto';
import { CredentialEntity } from './credential.entity';
import { credentialResource } from './credential.resource';
import { fieldChanges, requireTypeFits } from './field-input';
import { SecretWriter } from './secret-writer';
import type { FieldChanges, Revisions } from './sealed-fields';

type Row = Record<string, unknown>;
const SEALED = ['reuseIndex', 'reuseKey', 'nextReuseIndex', 'strength', 'secretVersion', 'secretChangedAt'] as const;

/** Credentials: metadata in clear, everything else sealed field by field. */
@Injectable()
export class CredentialService extends ResourceService<CredentialEntity> {
  constructor(
    house: ResourceHouse,
    private readonly reader: CredentialReader,
    private readonly writer: SecretWriter,
    private readonly links: CredentialLinks,
    private readonly events: CredentialEvents,
    private readonly folders: FolderRulesReader,
  ) {
    super(credentialResource, house);
  }

  override async list(query: ListQuery, wanted?: Wanted): Promise<Page<object>> {
    const page = await super.list(await this.reader.withWords(query), wanted);
    page.rows.forEach(withoutEmptyFields);
    return page;
  }

  override async show(row: CredentialEntity, wanted?: Wanted): Promise<object> {
    return withoutEmptyFields(await super.show(row, wanted));
  }

  override async create(input: object): Promise<object> {
    const { fields, links, passwordChangedOn, ...given } = input as CredentialCreateDto;
    const { organisationId } = given;
    if (!this.house.context.scope.includes(organisationId)) throw new NotFound('organisation');
    await this.house.refs.check(given as Row, this.resource.refs, organisationId);
    const type = given.type ?? 'website';
    const changes = withoutNulls(fieldChanges(fields ?? {}, type));
    const draft = {
      ...given,
      id: uuid7(),
      type,
      secretVersion: Object.keys(changes).length > 0 ? 1 : 0,
      ...(await this.writer.factsOf(organisationId, changes, hintsOf(given.name, changes))),
      ...olderPassword(passwordChangedOn, changes),
    } as Partial<CredentialEntity>;
    const row = await this.repository.create(draft);
    const revisions = row.secretVersion > 0 ? await this.writer.write(row, changes) : {};
    if (links) await this.links.replace(row, links);
    this.events.changed('created', row, { changes: plainChanges({}, row), revisions });
    return this.show(row);
  }

  override async update(id: string, patch: object, version?: number): Promise<object> {
    const { fields, links, ...given } = patch as CredentialUpdateDto;
    if (given.type === null) delete given.type;
    const row = await this.forWrite(id, 'update');
    await this.house.refs.check(given as Row, this.resource.refs, row.organisationId);
    if (given.folderId !== undefined) await this.folders.requireMove(row.organisationId, row.folderId, given.folderId);
    const type = given.type ?? row.type;
    const changes = await this.writer.withoutSame(row, fieldChanges(fields ?? {}, type));
    if (given.type && given.type !== row.type) await this.requireFits(row, type, changes);
    const next = await this.writeRow(row, { given: given as Partial<CredentialEntity>, changes, version });
    const revisions = next.secretVersion > row.secretVersion ? await this.writer.write(next, changes) : {};
    const relinked = links ? await this.links.replace(row, links) : false;
    this.note(row, next, { revisions, relinked });
    return this.show(next);
  }

  override async archive(id: string): Promise<object> {
    return this.turn(id, 'archive');
  }

  override async restore(id: string): Promise<object> {
    return this.turn(id, 'restore');
  }

  /** The record for an act: 404 when invisible, 403 when visible without the right to do this. */
  async forAct(id: string, permission: Permission): Promise<CredentialEntity> {
    const row = await this.repository.findOne({ id });
    if (row) return row;
    const { context, policy } = this.house;
    const held = context.scope;
    const readable = [...context.actor.grants.values()].filter((grant) => grant.permissions.has('vault.item.read'));
    context.limitTo(readable.map((grant) => grant.organisationId));
    const visible = await this.repository.findOne({ id });
    context.limitTo(held);
    if (visible) policy.require(permission, visible.organisationId);
    throw new NotFound('credential');
  }

  /** The revision a field had in a version of the credential; undefined when it had none. */
  async revisionAt(row: CredentialEntity, field: CredentialField, revision: number): Promise<number | undefined> {
    const where = { credentialId: row.id, organisationId: row.organisationId, revision };
    const version = await this.house.repositories.of(CredentialVersionEntity).findOne(where);
    return version?.fields[field];
  }

  /** Writes a change of sealed fields as one new version; used by edits and by restoring an old one. */
  async writeRow(
    row: CredentialEntity,
    what: { given: Partial<CredentialEntity>; changes: FieldChanges; version?: number },
  ): Promise<CredentialEntity> {
    const { given, changes, version } = what;
    const resealed = Object.keys(changes).length > 0 ? { secretVersion: row.secretVersion + 1 } : {};
    const facts = await this.writer.factsOf(row.organisationId, changes, hintsOf(given.name ?? row.name, changes));
    return this.repository.update(row, { ...given, ...resealed, ...facts }, version);
  }

  protected override async complete(rows: readonly Row[]): Promise<void> {
    await this.reader.complete(rows);
  }

  protected override can(row: Row): Record<string, boolean> {
    const { policy, context } = this.house;
    const organisation = String(row['organisationId']);
    // Secrets leave through a browser session only, whatever the role.
    const inPerson = context.actor.session?.interactive === true;
    return {
      ...super.can(row),
      reveal: inPerson && policy.allows('vault.secret.reveal', organisation),
      useTotp: inPerson && policy.allows('vault.totp.use', organisation) && hasSecret(row, 'totp-seed'),
    };
  }

  protected override computed(): readonly string[] {
    // What somebody can do depends on the secrets that are there.
    return ['fields', 'secrets', 'unreadable', 'reusedCount', 'secretAgeDays', 'links', 'can'];
  }

  private async turn(id: string, verb: 'archive' | 'restore'): Promise<object> {
    const row = await this.forWrite(id, 'archive');
    const next = await this.repository[verb](row);
    if (next !== row) this.events.record(`${verb}d`, row);
    return this.show(next);
  }

  private note(row: CredentialEntity, next: CredentialEntity, what: { revisions: Revisions; relinked: boolean }): void {
    if (next === row && !what.relinked) return;
    const changes: Changes = { ...plainChanges(row, next), ...(what.relinked ? { links: 'changed' } : {}) };
    this.events.changed('updated', next, { changes, revisions: what.revisions });
  }

  private async requireFits(row: CredentialEntity, type: string, changes: FieldChanges): Promise<void> {
    const present = await this.house.sql.scoped<{ field: CredentialField }>(
      'SELECT field FROM credential_field WHERE organisation_id IN (:scope) AND credential_id = ?',
      [row.id],
    );
    requireTypeFits(
      type,
      present.map((one) => one.field).filter((field) => changes[field] !== null),
    );
  }
}

/** Changes of the columns people see; what follows from a secret is not in the log. */
function plainChanges(before: object, after: object): Changes {
  const changes = changesBetween(before, after, []);
  for (const name of SEALED) delete changes[name];
  return changes;
}

/** A password that moves in from elsewhere keeps its age. */
function olderPassword(day: string | null | undefined, changes: FieldChanges): Partial<CredentialEntity> {
  if (!day) return {};
  if (typeof changes.password !== 'string')
    throw Invalid.field('/passwordChangedOn', 'no_password', 'Give a password, or leave this day out.');
  const secretChangedAt = new Date(`${day}T00:00:00Z`);
  if (secretChangedAt > new Date())
    throw Invalid.field('/passwordChangedOn', 'future', 'Give today or a day before it.');
  return { secretChangedAt };
}

const withoutNulls = (changes: FieldChanges): FieldChanges =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));

/** Forty kinds of identifier exist and a credential has three: the others are left out instead of sent as null. */
function withoutEmptyFields(dto: object): object {
  const { fields } = dto as { fields: Record<string, string | null> | null };
  if (!fields) return dto;
  for (const name of Object.keys(fields)) if (fields[name] === null) delete fields[name];
  return dto;
}

/** Words an attacker would try first. */
const hintsOf = (name: string, changes: FieldChanges): string[] =>
  [name, ...name.split(/\s+/), changes.username ?? ''].filter(Boolean);

const hasSecret = (row: Row, field: CredentialField): boolean =>
  ((row['secrets'] ?? []) as { field: string }[]).some((secret) => secret.field === spelled(field));
