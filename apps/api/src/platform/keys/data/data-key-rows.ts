import { Injectable } from '@nestjs/common';
import {
  createDataKey,
  openText,
  PLATFORM_ORGANISATION,
  sealField,
  uuid7,
  VaultOpenError,
  type DataKey,
  type Purpose,
} from '@st0r/crypto';
import { Sql } from '../../database';
import { RootKeys } from '../ring/root-keys';
import { CANARY_WORD, canaryPlace } from './canary';

/** Life of a data key: made, used for new values, only opening old ones, gone. */
export const DATA_KEY_STATE = ['pending', 'active', 'decrypt-only', 'destroyed'] as const;
export type DataKeyState = (typeof DATA_KEY_STATE)[number];

/** Whose keys and what for; the organisation is PLATFORM_ORGANISATION for the installation's own. */
export interface KeyOwner {
  readonly organisation: string;
  readonly purpose: Purpose;
}

interface KeyRow {
  id: string;
  version: number;
  state: DataKeyState;
  wrapped: Buffer;
  canary: Buffer | null;
}

const OWNED = 'organisation_id = ? AND purpose = ?';

/** Data keys row by row, whoever owns them; every statement names one owner. */
@Injectable()
export class DataKeyRows {
  constructor(
    private readonly roots: RootKeys,
    private readonly sql: Sql,
  ) {}

  /** The keys that still exist, oldest first. */
  of(owner: KeyOwner): Promise<KeyRow[]> {
    return this.sql.house<KeyRow>(
      `SELECT id, key_version AS version, state, wrapped, canary FROM ${tableOf(owner)}
       WHERE ${OWNED} AND state <> 'destroyed' ORDER BY key_version`,
      idsOf(owner),
    );
  }

  /** Opens the key of a version; throws VaultOpenError. */
  async open(owner: KeyOwner, version: number): Promise<DataKey> {
    const row = (await this.of(owner)).find((one) => one.version === version);
    if (!row) throw new VaultOpenError('key-version');
    return this.roots.unwrap({ ...owner, version }, row.wrapped);
  }

  /** Adds a random key that nothing uses yet; needs a unit of work. */
  async add(owner: KeyOwner): Promise<DataKey> {
    await this.roots.holdActive();
    // Before anything is inserted: a writer that holds the present key would meet the new one and wait for us for ever.
    await this.sql.house(
      `SELECT id FROM ${tableOf(owner)} WHERE ${OWNED} AND state = 'active' FOR UPDATE`,
      idsOf(owner),
    );
    const [last] = await this.sql.house<{ version: number | null }>(
      `SELECT MAX(key_version) AS version FROM ${tableOf(owner)} WHERE ${OWNED}`,
      idsOf(owner),
    );
    const key = createDataKey(Number(last?.version ?? 0) + 1);
    const { organisation, purpose } = owner;
    const id = uuid7();
    await this.sql.house(
      `INSERT INTO ${tableOf(owner)} (id, created_at, updated_at, organisation_id, purpose, key_version, state, wrapped, canary)
       VALUES (?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, ?, ?, 'pending', ?, ?)`,
      [
        id,
        organisation,
        purpose,
        key.version,
        this.roots.wrap({ ...owner, version: key.version }, key),
        sealField(key, canaryPlace(organisation, purpose, id), CANARY_WORD),
      ],
    );
    return key;
  }

  /** Makes a pending key the one for new values. Waits for writers that hold the present one, and they for us. */
  async activate(owner: KeyOwner, version: number): Promise<void> {
    const turn = (state: DataKeyState, from: string, params: unknown[]): Promise<unknown> =>
      this.sql.house(
        `UPDATE ${tableOf(owner)} SET state = ?, updated_at = UTC_TIMESTAMP(6) WHERE ${OWNED} AND ${from}`,
        [state, ...idsOf(owner), ...params],
      );
    await turn('decrypt-only', "state = 'active'", []);
    await turn('active', "state = 'pending' AND key_version = ?", [version]);
  }

  /** Overwrites keys for good; their numbers stay, so that none is ever given twice. Answers the overwritten wraps. */
  async destroy(owner: KeyOwner, versions: readonly number[]): Promise<Buffer[]> {
    const gone = (await this.of(owner)).filter(({ version }) => versions.includes(version));
    for (const { id, wrapped, canary } of gone)
      await this.sql.house(
        `UPDATE ${tableOf(owner)} SET state = 'destroyed', wrapped = ?, canary = ?, updated_at = UTC_TIMESTAMP(6)
         WHERE ${OWNED} AND id = ?`,
        [Buffer.alloc(wrapped.length), Buffer.alloc(canary?.length ?? 0), ...idsOf(owner), id],
      );
    return gone.map(({ wrapped }) => wrapped);
  }

  /** Whether a key opens what it sealed about itself. */
  async proves(owner: KeyOwner, version: number): Promise<boolean> {
    const row = (await this.of(owner)).find((one) => one.version === version);
    if (!row?.canary) return false;
    try {
      const key = await this.roots.unwrap({ ...owner, version }, row.wrapped);
      return openText(key, canaryPlace(owner.organisation, owner.purpose, row.id), row.canary) === CANARY_WORD;
    } catch (error) {
      if (error instanceof VaultOpenError) return false;
      throw error;
    }
  }
}

/** The table an owner's keys are in. */
const tableOf = ({ organisation }: KeyOwner): string =>
  organisation === PLATFORM_ORGANISATION ? 'platform_key' : 'organisation_key';

const idsOf = ({ organisation, purpose }: KeyOwner): unknown[] => [organisation, purpose];
