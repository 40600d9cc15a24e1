import { Injectable } from '@nestjs/common';
import { createDataKey, sealField, uuid7, VaultOpenError, type DataKey } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { CANARY_WORD, canaryPlace, KeyCache, KeyEpoch, KeyUse, RootKeys } from '../../../platform/keys';
import type { KeyPurpose } from './organisation-key.entity';

interface KeyRow {
  organisationId: string;
  purpose: KeyPurpose;
  keyVersion: number;
  state: string;
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
const COLUMNS = 'organisation_id AS organisationId, purpose, key_version AS keyVersion, state, wrapped';

/** Keys of one organisation that this unit of work holds: by purpose and state, and by purpose and version. */
type Held = Map<string, DataKey>;

/** The data keys of organisations: made at first use, kept wrapped in the database, opened for minutes only. */
@Injectable()
export class VaultKeys {
  readonly cache = new KeyCache();
  /** What a unit of work holds. Keys it has made are in here alone: nobody else may seal under them before it commits. */
  private readonly units = new WeakMap<object, Map<string, Held>>();

  constructor(
    private readonly roots: RootKeys,
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
    private readonly use: KeyUse,
    epoch: KeyEpoch,
  ) {
    epoch.onTurn(() => this.cache.clear());
  }

  /** The key new values are sealed under; made when the organisation has none. Needs a unit of work. */
  async active(organisation: string, purpose: KeyPurpose): Promise<DataKey> {
    const held = await this.held(organisation);
    const key = held.get(`${purpose}/active`) ?? (await this.make(organisation, purpose, held));
    this.use.note({ organisation, purpose }, key.version);
    return key;
  }

  /** The index key that is about to take over; undefined unless one is. Needs a unit of work. */
  async nextIndex(organisation: string): Promise<DataKey | undefined> {
    return (await this.held(organisation)).get('idx/pending');
  }

  /** The key of a version; throws VaultOpenError when the organisation has no such key or it does not open here. */
  async version(organisation: string, purpose: KeyPurpose, version: number): Promise<DataKey> {
    const slot = slotOf(organisation, purpose, version);
    const known = this.unit?.get(organisation)?.get(`${purpose}/${version}`) ?? this.cache.get(slot);
    if (known) return known;
    const [row] = await this.sql.scoped<KeyRow>(
      `SELECT ${COLUMNS} FROM organisation_key
       WHERE organisation_id IN (:scope) AND organisation_id = ? AND purpose = ? AND key_version = ? AND state <> 'destroyed'`,
      [organisation, purpose, version],
    );
    if (!row) throw new VaultOpenError('key-version');
    return this.opened(row);
  }

  /** Opens the keys of several organisations in one statement; those that do not open are left to `version`. */
  async prepare(organisations: readonly string[], purpose: KeyPurpose): Promise<void> {
    const missing = organisations.filter((id) => !this.cache.get(slotOf(id, purpose, 'prepared')));
    if (missing.length === 0) return;
    const marks = missing.map(() => '?').join(', ');
    const rows = await this.sql.scoped<KeyRow>(
      `SELECT ${COLUMNS} FROM organisation_key
       WHERE organisation_id IN (:scope) AND organisation_id IN (${marks}) AND purpose = ? AND state <> 'destroyed'`,
      [...missing, purpose],
    );
    for (const row of rows) {
      if (this.unit?.get(row.organisationId)?.has(`${purpose}/${row.keyVersion}`)) continue;
      const key = await this.opened(row).catch(unlessSilent);
      if (key) this.cache.set(slotOf(row.organisationId, purpose, 'prepared'), key);
    }
  }

  /**
   * Locks the present keys of an organisation until the unit of work ends. A key that is replaced or destroyed waits for
   * that, so nothing is ever written under a key that is already counted out.
   */
  private async held(organisation: string): Promise<Held> {
    const unit = this.unit;
    if (!unit) throw new Error('Values are sealed in a unit of work only.');
    const known = unit.get(organisation);
    if (known) return known;
    const held: Held = new Map();
    unit.set(organisation, held);
    for (const row of await this.lock(organisation)) {
      const key = await this.opened(row).catch(unlessSilent);
      if (key) held.set(`${row.purpose}/${row.state}`, key);
    }
    return held;
  }

  private lock(organisation: string): Promise<KeyRow[]> {
    return this.sql.scoped<KeyRow>(
      `SELECT ${COLUMNS} FROM organisation_key
       WHERE organisation_id IN (:scope) AND organisation_id = ? AND state IN ('active', 'pending') LOCK IN SHARE MODE`,
      [organisation],
    );
  }

  /**
   * Makes both keys of an organisation. Of two first writes at once the second waits at the unique key, inserts nothing
   * and reads the first one's keys. One statement, in the order of that index: taken in turn, the two would block each other.
   */
  private async make(organisation: string, purpose: KeyPurpose, held: Held): Promise<DataKey> {
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
    // No lock here: ours are ours, and a refused INSERT holds the rows that refused it.
    const stored = await this.sql.scoped<KeyRow & { id: string }>(
      `SELECT id, ${COLUMNS} FROM organisation_key WHERE organisation_id IN (:scope) AND organisation_id = ? AND state = 'active'`,
      [organisation],
    );
    for (const draft of drafts.filter(({ id }) => stored.some((row) => row.id === id)))
      this.remember(organisation, draft, held);
    const theirs = stored.find((row) => row.purpose === purpose);
    const key = held.get(`${purpose}/active`) ?? (theirs && (await this.opened(theirs)));
    // Numbers of destroyed keys are never given again: this organisation can have no other key.
    if (!key) throw new Conflict('organisation.shredded', { detail: SHREDDED });
    return key;
  }

  private draft(organisation: string, purpose: KeyPurpose): Draft {
    const [id, key] = [uuid7(), createDataKey(1)];
    const wrapped = this.roots.wrap({ organisation, purpose, version: 1 }, key);
    return { id, purpose, key, wrapped, canary: sealField(key, canaryPlace(organisation, purpose, id), CANARY_WORD) };
  }

  private remember(organisationId: string, { id, purpose, key }: Draft, held: Held): void {
    held.set(`${purpose}/active`, key).set(`${purpose}/${key.version}`, key);
    const target = { type: 'organisation_key', id, label: purpose };
    this.recorder.record({ action: 'organisation_key.created', category: 'vault', organisationId, target });
  }

  private async opened({ organisationId, purpose, keyVersion, wrapped }: KeyRow): Promise<DataKey> {
    const slot = slotOf(organisationId, purpose, keyVersion);
    const known = this.cache.get(slot);
    if (known) return known;
    const key = await this.roots.unwrap({ organisation: organisationId, purpose, version: keyVersion }, wrapped);
    this.cache.set(slot, key);
    return key;
  }

  private get unit(): Map<string, Held> | undefined {
    const { unit } = this.context;
    if (!unit) return undefined;
    const known = this.units.get(unit) ?? new Map<string, Held>();
    this.units.set(unit, known);
    return known;
  }
}

const SHREDDED = 'The keys of this client were destroyed. Nothing can be sealed for it any more.';

const slotOf = (organisation: string, purpose: KeyPurpose, version: number | string): string =>
  `${organisation}/${purpose}/${version}`;

function unlessSilent(error: unknown): undefined {
  if (!(error instanceof VaultOpenError)) throw error;
}
