import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { KeyringError, uuid7, type RootKeyFacts, type RootKeyState, type RootKeyStates } from '@st0r/crypto';
import { HOUSE_ACTOR, RequestContext } from '../../context';
import { Sql, UnitOfWork } from '../../database';
import { EventRecorder } from '../../events';
import { PlatformKeys } from '../platform-keys';

/** A version of the root key as the installation has decided about it. */
export interface RootKeyRow {
  id: string;
  version: number;
  check: string;
  state: RootKeyState;
  createdAt: string;
  activatedAt: string | null;
}

const ORIGIN = { requestId: 'root-ring', ip: null, userAgent: null };

/**
 * The root keys of the installation: the database says which state each version has, the keyring holds their bytes.
 * A keyring alone decides nothing, so a staged key never becomes active because a file was copied or a process started.
 */
@Injectable()
export class RootRing implements OnApplicationBootstrap {
  private opening: Promise<void> | undefined;

  constructor(
    private readonly keys: PlatformKeys,
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly recorder: EventRecorder,
  ) {}

  /** Every version ever made, oldest first. */
  rows(): Promise<RootKeyRow[]> {
    return this.sql.house<RootKeyRow>(
      `SELECT id, version, key_check AS \`check\`, state, created_at AS createdAt, activated_at AS activatedAt
       FROM root_key ORDER BY version`,
    );
  }

  onApplicationBootstrap(): Promise<void> {
    return this.open();
  }

  /** Before the first answer, once: takes the keys of a new installation into its books, closes the house over foreign ones. */
  open(): Promise<void> {
    this.opening ??= this.keys.sealedBecause ? Promise.resolve() : this.openNow();
    return this.opening;
  }

  /** Takes over what was decided since; answers why the keyring at hand does not fit, or null. Needs a context. */
  async refresh(): Promise<string | null> {
    const rows = await this.rows();
    try {
      requireSameKeys(rows, this.keys.keyring.versions);
      this.keys.rule(statesOf(rows));
      return null;
    } catch (error) {
      if (error instanceof KeyringError) return `${error.message} Put back the keyring that belongs to this database.`;
      throw error;
    }
  }

  private async openNow(): Promise<void> {
    const reason = await this.context.run(ORIGIN, async () => {
      this.context.become(HOUSE_ACTOR);
      if ((await this.rows()).length === 0) await this.work.run(() => this.register());
      return this.refresh();
    });
    if (reason) this.keys.seal(reason);
  }

  private async register(): Promise<void> {
    const known = this.keys.keyring.versions;
    for (const one of known) {
      // Of two processes that start at the same time the second inserts nothing.
      const { affectedRows } = (await this.sql.house(
        `INSERT IGNORE INTO root_key (id, version, key_check, state, created_at, activated_at)
         VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), IF(? = 'active', UTC_TIMESTAMP(6), NULL))`,
        [uuid7(), one.version, one.check, one.state, one.state],
      )) as unknown as { affectedRows: number };
      if (affectedRows === 1) this.note('root_key.registered', one);
    }
  }

  private note(action: string, { version, check, state }: RootKeyFacts): void {
    this.recorder.record({ action, category: 'security', details: { version, check, state } });
  }
}

/** The decided state of each version. */
export const statesOf = (rows: readonly RootKeyRow[]): RootKeyStates =>
  new Map(rows.map(({ version, state }) => [version, state]));

/** A keyring with another key under a known number belongs to another installation. */
function requireSameKeys(rows: readonly RootKeyRow[], held: readonly RootKeyFacts[]): void {
  const known = new Map(rows.map(({ version, check }) => [version, check]));
  const foreign = held.find(({ version, check }) => check !== '' && (known.get(version) ?? check) !== check);
  if (foreign) throw new KeyringError(`Key ${foreign.version} of the root keyring is not the one this database knows.`);
}
