import { Injectable } from '@nestjs/common';
import { alignKeyring, parseKeyring, stageRootKey, uuid7, type RootKeyFacts } from '@st0r/crypto';
import { Sql, UnitOfWork } from '../../database';
import { Conflict } from '../../errors';
import { EventRecorder } from '../../events';
import { PlatformKeys } from '../platform-keys';
import { NodeList } from './node-list';
import { RootRing, statesOf, type RootKeyRow } from './root-ring';

/** How a root key comes into use and leaves again: staged, activated, retired. Each step is one decision of an operator. */
@Injectable()
export class RootKeyCeremony {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly ring: RootRing,
    private readonly nodes: NodeList,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly recorder: EventRecorder,
  ) {}

  /** Puts a new random key beside the others. It is inert: nothing opens or wraps with it before it is activated. */
  async stage(): Promise<RootKeyFacts> {
    const rows = await this.ring.rows();
    const waiting = rows.find(({ state }) => state === 'staged');
    if (waiting)
      throw refused('staged', `Root key ${waiting.version} is staged already. Activate it, or discard it first.`);
    const staged = await this.stagedIn(rows);
    await this.work.run(async () => {
      await this.sql.house(
        "INSERT INTO root_key (id, version, key_check, state, created_at) VALUES (?, ?, ?, 'staged', UTC_TIMESTAMP(6))",
        [uuid7(), staged.version, staged.check],
      );
      this.note('root_key.staged', staged);
    });
    return staged;
  }

  /** Makes the staged key the active one, once every running process holds it. */
  async activate(): Promise<RootKeyFacts> {
    const rows = await this.ring.rows();
    const staged = rows.find(({ state }) => state === 'staged');
    if (!staged) throw refused('none_staged', 'No root key is staged. Stage one first.');
    const before = rows.find(({ state }) => state === 'decrypt-only');
    if (before)
      throw refused('predecessor', `Root key ${before.version} still opens old wraps. Rewrap, and retire it first.`);
    await this.requireHeld(staged);
    await this.work.run(async () => {
      await this.sql.house("UPDATE root_key SET state = 'decrypt-only' WHERE state = 'active'");
      await this.change(
        "UPDATE root_key SET state = 'active', activated_at = UTC_TIMESTAMP(6) WHERE version = ? AND state = ?",
        staged,
      );
      this.note('root_key.activated', staged);
    });
    await this.align();
    return staged;
  }

  /** Gives up a key nothing needs: the predecessor, or a staged one. Its bytes go out of the keyring for good. */
  async retire(row: RootKeyRow): Promise<void> {
    await this.work.run(async () => {
      await this.change(
        "UPDATE root_key SET state = 'retired', retired_at = UTC_TIMESTAMP(6) WHERE version = ? AND state = ?",
        row,
      );
      this.note(row.state === 'staged' ? 'root_key.discarded' : 'root_key.retired', row);
    });
    await this.align();
  }

  /** Brings the keyring at hand in line with what was decided; where somebody else keeps it, that is theirs to do. */
  async align(): Promise<void> {
    const { provider } = this.keys;
    const states = statesOf(await this.ring.rows());
    await provider.replace?.(alignKeyring(await provider.read(), states));
    await this.keys.reread();
    await this.ring.refresh();
  }

  /** A staged key the database does not know was left by a stage that was cut short: it is taken, not added to. */
  private async stagedIn(rows: readonly RootKeyRow[]): Promise<RootKeyFacts> {
    const { provider } = this.keys;
    if (!provider.replace)
      throw refused(
        'read_only',
        `The keyring (${provider.place}) cannot be changed from here. Stage where its file is kept.`,
      );
    const text = await provider.read();
    const known = new Set(rows.map(({ version }) => version));
    const left = parseKeyring(text).versions.find(({ version, state }) => state === 'staged' && !known.has(version));
    if (left) return left;
    const { text: next, staged } = stageRootKey(text, { above: Math.max(...known) });
    await provider.replace(next);
    await this.keys.reread();
    return staged;
  }

  private async requireHeld(staged: RootKeyRow): Promise<void> {
    await this.keys.reread();
    const own = this.keys.keyring.versions.find(({ version }) => version === staged.version);
    if (own?.check !== staged.check || !this.keys.keyring.holds(staged.version))
      throw refused(
        'not_here',
        `The keyring here does not hold root key ${staged.version}. Activate where it is held.`,
      );
    const lacking = await this.nodes.lacking(staged);
    if (lacking.length === 0) return;
    const names = lacking.map(({ name }) => name).join(', ');
    throw refused(
      'not_everywhere',
      `Not everybody holds root key ${staged.version} yet: ${names}. Give the keyring to them, or stop them, and repeat.`,
      names,
    );
  }

  /** Only a key that is still what it was when it was looked at: two operators must not undo each other unseen. */
  private async change(text: string, { version, state }: RootKeyRow): Promise<void> {
    const { affectedRows } = (await this.sql.house(text, [version, state])) as unknown as { affectedRows: number };
    if (affectedRows !== 1)
      throw refused('changed', 'Somebody else changed this key meanwhile. Look at st0r keys status, and repeat.');
  }

  private note(action: string, { version, check }: RootKeyFacts): void {
    this.recorder.record({ action, category: 'security', details: { version, check } });
  }
}

const refused = (code: string, detail: string, nodes?: string): Conflict =>
  new Conflict(`root_key.${code}`, { detail, ...(nodes ? { params: { nodes } } : {}) });
