import { Injectable } from '@nestjs/common';
import { createDataKey, sealField, uuid7, VaultOpenError, type DataKey } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { KeyEpoch, RootKeys } from '../../../platform/keys';
import { KeyCache } from './key-cache';
import { CANARY_WORD, canaryPlace } from './canary';
import type { KeyPurpose } from './organisation-key.entity';

interface KeyRow {
  organisationId: string;
  purpose: KeyPurpose;
  keyVersion: number;
  wrapped: Buffer;
}

interface Draft {
  id: string;
  purpose: KeyPurpose;
  key: DataKey;
  wrapped: Buffer;
  canary: Buffer;
}

const PURPOSES: readonly KeyPurpose[] = ['idx', 'vault'];
const COLUMNS = 'organisation_id AS organisationId, purpose, key_version AS keyVersion, wrapped';
const ACTIVE = 'active';

/** The data keys of organisations: made at first use, kept wrapped in the database, opened for minutes only. */
@Injectable()
export class VaultKeys {
  readonly cache = new KeyCache();
  /** Keys made in a unit of work that has not committed: nobody else may seal under them yet. */
  private readonly uncommitted = new WeakMap<object, Map<string, DataKey>>();

  constructor(
    private readonly roots: RootKeys,
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
    epoch: KeyEpoch,
  ) {
    epoch.onTurn(() => this.cache.clear());
  }

  /** The key new values are sealed under; made when the organisation has none. Needs a unit of work. */
  async active(organisation: string, purpose: KeyPurpose): Promise<DataKey> {
    const slot = slotOf(organisation, purpose, ACTIVE);
    return (
      this.own.get(slot) ??
      this.cache.get(slot) ??
      (await this.readActive(organisation, purpose)) ??
      this.make(organisation, purpose)
    );
  }

  /** The key of a version; throws VaultOpenError when the organisation has no such key or it does not open here. */
  async version(organisation: string, purpose: KeyPurpose, version: number): Promise<DataKey> {
    const slot = slotOf(organisation, purpose, version);
    const known = this.own.get(slot) ?? this.cache.get(slot);
    if (known) return known;
    const [row] = await this.sql.scoped<KeyRow>(
      `SELECT ${COLUMNS} FROM organisation_key
       WHERE organisation_id IN (:scope) AND organisation_id = ? AND purpose = ? AND key_version = ? AND state <> 'destroyed'`,
      [organisation, purpose, version],
    );
    if (!row) throw new VaultOpenError('key-version');
    const key = await this.unwrap(row);
    this.cache.set(slot, key);
    return key;
  }

  /** Opens the keys of several organisations in one statement; those that do not open are left to `version`. */
  async prepare(organisations: readonly string[], purpose: KeyPurpose): Promise<void> {
    const missing = organisations.filter((id) => !this.cache.get(slotOf(id, purpose, ACTIVE)));
    if (missing.length === 0) return;
    const marks = missing.map(() => '?').join(', ');
    const rows = await this.sql.scoped<KeyRow & { state: string }>(
      `SELECT ${COLUMNS}, state FROM organisation_key
       WHERE organisation_id IN (:scope) AND organisation_id IN (${marks}) AND purpose = ? AND state <> 'destroyed'`,
      [...missing, purpose],
    );
    for (const row of rows) {
      const made = this.own.has(slotOf(row.organisationId, purpose, row.keyVersion));
      if (!made) await this.keep(row, row.state === ACTIVE);
    }
  }

  private async keep(row: KeyRow, active: boolean): Promise<void> {
    try {
      const key = await this.unwrap(row);
      this.cache.set(slotOf(row.organisationId, row.purpose, row.keyVersion), key);
      if (active) this.cache.set(slotOf(row.organisationId, row.purpose, ACTIVE), key);
    } catch (error) {
      if (!(error instanceof VaultOpenError)) throw error;
    }
  }

  private async readActive(organisation: string, purpose: KeyPurpose): Promise<DataKey | undefined> {
    const [row] = await this.sql.scoped<KeyRow>(
      `SELECT ${COLUMNS} FROM organisation_key
       WHERE organisation_id IN (:scope) AND organisation_id = ? AND purpose = ? AND state = 'active'
       ORDER BY key_version DESC LIMIT 1`,
      [organisation, purpose],
    );
    if (!row) return undefined;
    const key = await this.unwrap(row);
    this.cache.set(slotOf(organisation, purpose, ACTIVE), key);
    this.cache.set(slotOf(organisation, purpose, key.version), key);
    return key;
  }

  /**
   * Makes both keys of an organisation. Of two first writes at once the second waits at the unique key, inserts nothing
   * and reads the first one's keys. One statement, in the order of that index: taken in turn, the two would block each other.
   */
  private async make(organisation: string, purpose: KeyPurpose): Promise<DataKey> {
    await this.roots.holdActive();
    const drafts = PURPOSES.map((one) => this.draft(organisation, one));
    await this.sql.scoped(
      `INSERT IGNORE INTO organisation_key
         (id, version, created_at, updated_at, organisation_id, purpose, key_version, state, wrapped, canary)
       SELECT new.id, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), mine.organisation_id, new.purpose, 1, 'active', new.wrapped, new.canary
       FROM (SELECT id AS organisation_id FROM organisation WHERE id IN (:scope)) AS mine
       JOIN (${drafts.map(() => 'SELECT ? AS id, ? AS purpose, ? AS wrapped, ? AS canary').join(' UNION ALL ')}) AS new
       WHERE mine.organisation_id = ? ORDER BY new.purpose`,
      [...drafts.flatMap(({ id, purpose: its, wrapped, canary }) => [id, its, wrapped, canary]), organisation],
    );
    const stored = await this.sql.scoped<{ id: string }>(
      'SELECT id FROM organisation_key WHERE organisation_id IN (:scope) AND organisation_id = ?',
      [organisation],
    );
    const ours = drafts.filter((draft) => stored.some((row) => row.id === draft.id));
    for (const draft of ours) this.remember(organisation, draft);
    const key = ours.find((draft) => draft.purpose === purpose)?.key ?? (await this.readActive(organisation, purpose));
    if (!key) throw new VaultOpenError('key-version');
    return key;
  }

  private draft(organisation: string, purpose: KeyPurpose): Draft {
    const [id, key] = [uuid7(), createDataKey(1)];
    const wrapped = this.roots.wrap({ organisation, purpose, version: 1 }, key);
    return { id, purpose, key, wrapped, canary: sealField(key, canaryPlace(organisation, purpose, id), CANARY_WORD) };
  }

  private remember(organisationId: string, { id, purpose, key }: Draft): void {
    this.own.set(slotOf(organisationId, purpose, ACTIVE), key).set(slotOf(organisationId, purpose, key.version), key);
    const target = { type: 'organisation_key', id, label: purpose };
    this.recorder.record({ action: 'organisation_key.created', category: 'vault', organisationId, target });
  }

  private unwrap({ organisationId, purpose, keyVersion, wrapped }: KeyRow): Promise<DataKey> {
    return this.roots.unwrap({ organisation: organisationId, purpose, version: keyVersion }, wrapped);
  }

  private get own(): Map<string, DataKey> {
    const pending = this.context.unit?.events;
    if (!pending) return new Map();
    const known = this.uncommitted.get(pending) ?? new Map<string, DataKey>();
    this.uncommitted.set(pending, known);
    return known;
  }
}

const slotOf = (organisation: string, purpose: KeyPurpose, version: number | string): string =>
  `${organisation}/${purpose}/${version}`;
