import { Injectable } from '@nestjs/common';
import {
  PLATFORM_ORGANISATION,
  createRecoveryCodes,
  createTotpSeed,
  openField,
  otpauthUri,
  recoveryCodeHash,
  sealField,
  totpSettings,
  verifyTotp,
  type FieldPlace,
} from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { Conflict, Invalid } from '../../../platform/errors';
import { declareSealed, PlatformDataKey, PlatformKeys } from '../../../platform/keys';

/** A pending enrolment is good for this long. */
const PENDING_MINUTES = 10;

interface SeedRow {
  seed: Buffer;
  lastStep: number;
}

declareSealed({
  table: 'user_totp',
  blob: 'seed',
  owner: 'platform',
  purpose: 'user-totp',
  key: ['user_id', 'state'],
  columns: [],
  placeOf: (row) => place(String(row['user_id'])),
});

/** Time-based one-time codes of people's own accounts. Each code works once, also on parallel requests. */
@Injectable()
export class Totp {
  constructor(
    private readonly sql: Sql,
    private readonly keys: PlatformKeys,
    private readonly dataKey: PlatformDataKey,
  ) {}

  async enrolled(userId: string): Promise<boolean> {
    return (await this.row(userId, 'active')) !== undefined;
  }

  /** Starts an enrolment; the seed is shown once and counts only after it is confirmed. */
  async begin(userId: string, account: string): Promise<{ otpauthUri: string; secret: string }> {
    const seed = createTotpSeed();
    const blob = sealField(await this.dataKey.of('user-totp'), place(userId), seed);
    await this.sql.house(
      "INSERT INTO user_totp (user_id, state, seed, created_at) VALUES (?, 'pending', ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE seed = VALUES(seed), last_step = 0, created_at = VALUES(created_at)",
      [userId, blob],
    );
    const uri = otpauthUri({ issuer: 'ClientSt0r', account, totp: totpSettings(seed) });
    return { otpauthUri: uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
  }

  /** Confirms with two consecutive codes; answers ten recovery codes, shown once. */
  async confirm(userId: string, codes: readonly string[]): Promise<string[]> {
    const [pending] = await this.sql.house<SeedRow>(
      `SELECT seed, last_step AS lastStep FROM user_totp WHERE user_id = ? AND state = 'pending' AND created_at > UTC_TIMESTAMP(6) - INTERVAL ${PENDING_MINUTES} MINUTE`,
      [userId],
    );
    if (!pending) throw new Conflict('totp.no_enrolment', { detail: 'The enrolment has run out. Start it again.' });
    const settings = totpSettings(await this.seedOf(userId, pending.seed));
    const [first, second] = codes.map(
      (code) => verifyTotp(settings, code, Date.now()) ?? verifyTotp(settings, code, Date.now() + 30_000),
    );
    if (first === null || first === undefined)
      throw Invalid.field('/codes/0', 'wrong', 'This code is not right. Check the clock of your phone.');
    if (second === null || second === undefined || second !== first + 1)
      throw Invalid.field('/codes/1', 'wrong', 'Wait for the next code and enter that one here.');
    await this.sql.house("DELETE FROM user_totp WHERE user_id = ? AND state = 'active'", [userId]);
    await this.sql.house(
      "UPDATE user_totp SET state = 'active', last_step = ? WHERE user_id = ? AND state = 'pending'",
      [second, userId],
    );
    return this.newRecoveryCodes(userId);
  }

  /** True when the code is right and its step was never used: the one UPDATE decides, not a read before it. */
  async use(userId: string, code: string): Promise<boolean> {
    const row = await this.row(userId, 'active');
    if (!row) return false;
    const step = verifyTotp(totpSettings(await this.seedOf(userId, row.seed)), code, Date.now());
    if (step === null) return false;
    const result = (await this.sql.house(
      "UPDATE user_totp SET last_step = ? WHERE user_id = ? AND state = 'active' AND last_step < ?",
      [step, userId, step],
    )) as unknown as { affectedRows: number };
    return result.affectedRows === 1;
  }

  /** True when the recovery code is one of theirs and unused; it is used now. */
  async useRecoveryCode(userId: string, code: string): Promise<boolean> {
    const hash = recoveryCodeHash(code, this.keys.pepper);
    if (!hash) return false;
    const result = (await this.sql.house(
      'UPDATE recovery_code SET used_at = UTC_TIMESTAMP(6) WHERE hash = ? AND user_id = ? AND used_at IS NULL',
      [hash, userId],
    )) as unknown as { affectedRows: number };
    return result.affectedRows === 1;
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    const [row] = await this.sql.house<{ unused: number }>(
      'SELECT COUNT(*) AS unused FROM recovery_code WHERE user_id = ? AND used_at IS NULL',
      [userId],
    );
    return Number(row?.unused ?? 0);
  }

  /** Replaces all recovery codes; only their hashes are kept. */
  async newRecoveryCodes(userId: string): Promise<string[]> {
    const codes = createRecoveryCodes();
    await this.sql.house('DELETE FROM recovery_code WHERE user_id = ?', [userId]);
    const rows = codes.flatMap((code) => [recoveryCodeHash(code, this.keys.pepper), userId]);
    await this.sql.house(
      `INSERT INTO recovery_code (hash, user_id) VALUES ${codes.map(() => '(?, ?)').join(', ')}`,
      rows,
    );
    return codes;
  }

  /** Takes the second factor away, after a loss. */
  async reset(userId: string): Promise<void> {
    await this.sql.house('DELETE FROM user_totp WHERE user_id = ?', [userId]);
    await this.sql.house('DELETE FROM recovery_code WHERE user_id = ?', [userId]);
  }

  private async seedOf(userId: string, sealed: Buffer): Promise<Buffer> {
    return openField(await this.dataKey.opening('user-totp', sealed), place(userId), sealed);
  }

  private async row(userId: string, state: string): Promise<SeedRow | undefined> {
    const [row] = await this.sql.house<SeedRow>(
      'SELECT seed, last_step AS lastStep FROM user_totp WHERE user_id = ? AND state = ?',
      [userId, state],
    );
    return row;
  }
}

function place(userId: string): FieldPlace {
  return {
    organisation: PLATFORM_ORGANISATION,
    purpose: 'user-totp',
    type: 'user-totp',
    record: userId,
    field: 'totp-seed',
    revision: 1,
  };
}
