import { Injectable } from '@nestjs/common';
import { customerBlock, normaliseCidr, parseIp } from '@st0r/net';
import { createHash } from 'node:crypto';
import { Sql, UnitOfWork } from '../../../platform/database';

/** How failures slow down: so many cost nothing, then so many seconds, doubling; from `off` on nothing helps but a right answer elsewhere. */
interface Pace {
  readonly free: number;
  readonly firstSeconds: number;
  readonly off: number;
}

const NEVER = 2_147_483_647;
const LONGEST_SECONDS = 900;
/** The last one is the limit of consecutive failures of NIST SP 800-63B. */
const STRANGERS: Pace = { free: 5, firstSeconds: 30, off: 100 };
/** Asking for a reset link is the way back and no guess; a directory turns its accounts off itself. */
const PATIENT: Pace = { free: 5, firstSeconds: 30, off: NEVER };
const PACES = { password: STRANGERS, factor: STRANGERS, reset: PATIENT, directory: PATIENT } as const;
const KNOWN_DEVICE: Pace = { free: 10, firstSeconds: LONGEST_SECONDS, off: NEVER };
const ADDRESS: Pace = { free: 20, firstSeconds: 30, off: NEVER };
/** A provider hands out whole blocks of IPv6: eight networks of a block may fail as often as one. */
const BLOCK: Pace = { free: 160, firstSeconds: 30, off: NEVER };

/** What a counter counts. */
export const COUNTER_KINDS = ['password', 'factor', 'reset', 'device', 'address', 'block'] as const;
export type CounterKind = (typeof COUNTER_KINDS)[number];

/** Somebody tries to prove who they are. */
export interface Trial {
  readonly of: keyof typeof PACES;
  /** The address somebody typed, or the id of the account. */
  readonly account: string;
  readonly ip: string | null;
  /** The known device of this account it comes from. */
  readonly device?: string | null;
  /** The account, where there is one. */
  readonly userId?: string | null;
}

interface Counter {
  readonly id: Buffer;
  readonly pace: Pace;
  readonly kind: CounterKind;
  readonly place: string | null;
}

/**
 * Slows down guessing, per account and per address. A known device of the account has a counter of its own and is asked
 * for no other one: whoever hammers at an account or an address keeps nobody out who has such a device.
 */
@Injectable()
export class Slowdown {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
  ) {}

  /** True while the account or the address has to wait. */
  async blocked(trial: Trial): Promise<boolean> {
    const keys = countersOf(trial).map((one) => one.id);
    const rows = await this.sql.house(
      `SELECT 1 FROM sign_in_slowdown WHERE id IN (${keys.map(() => '?').join(', ')}) AND blocked_until > UTC_TIMESTAMP(6) LIMIT 1`,
      keys,
    );
    return rows.length > 0;
  }

  /** Counts a failure of somebody who was not waiting; one statement each, so parallel guesses all count. A day without any begins anew, unless it is off. */
  async failed(trial: Trial): Promise<void> {
    await this.work.runApart(async () => {
      await this.forgetOld();
      for (const counter of countersOf(trial)) await this.count(counter, trial.userId ?? null);
    });
  }

  /** A right answer clears the account's counters; the address keeps its own. */
  async succeeded(trial: Omit<Trial, 'ip'>): Promise<void> {
    const strangers = countersOf({ ...trial, ip: null, device: null });
    const keys = [...strangers, ...countersOf({ ...trial, ip: null })].map(({ id }) => id);
    await this.sql.house(`DELETE FROM sign_in_slowdown WHERE id IN (${keys.map(() => '?').join(', ')})`, keys);
  }

  /** Found without a lock and deleted by primary key, as rows are counted: two ways to one row would lock each other out. */
  private async forgetOld(): Promise<void> {
    const old = 'updated_at < UTC_TIMESTAMP(6) - INTERVAL 2 DAY AND blocked_until < UTC_TIMESTAMP(6)';
    const rows = await this.sql.house<{ id: Buffer }>(`SELECT id FROM sign_in_slowdown WHERE ${old} LIMIT 20`);
    if (rows.length === 0) return;
    const marks = rows.map(() => '?').join(', ');
    await this.sql.house(
      `DELETE FROM sign_in_slowdown WHERE id IN (${marks}) AND ${old}`,
      rows.map(({ id }) => id),
    );
  }

  private async count({ id, pace, kind, place }: Counter, userId: string | null): Promise<void> {
    await this.sql.house(
      `INSERT INTO sign_in_slowdown (id, failures, blocked_until, updated_at, kind, user_id, place)
       VALUES (?, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, ?, ?)
       ON DUPLICATE KEY UPDATE failures = IF(failures < ? AND updated_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY, 1, failures + 1), updated_at = UTC_TIMESTAMP(6),
         blocked_until = IF(failures >= ?, '9999-12-31', IF(failures > ?, UTC_TIMESTAMP(6) + INTERVAL LEAST(?, ? * POW(2, LEAST(failures - ? - 1, 10))) SECOND, blocked_until))`,
      [
        ...[id, kind, place === null ? userId : null, place],
        ...[pace.off, pace.off, pace.free, LONGEST_SECONDS, pace.firstSeconds, pace.free],
      ],
    );
  }
}

function countersOf({ of, account, ip, device }: Trial): Counter[] {
  const name = `${of}\n${account.trim().toLowerCase()}`;
  if (device) return [{ id: digest(`device\n${name}\n${device}`), pace: KNOWN_DEVICE, kind: 'device', place: null }];
  const kind = of === 'directory' ? 'password' : of;
  const strangers: Counter = { id: digest(name), pace: PACES[of], kind, place: null };
  return ip ? [strangers, ...addressesOf(ip)] : [strangers];
}

/** One IPv4 address; of IPv6 the network one customer gets, and the block it is from. */
function addressesOf(ip: string): Counter[] {
  const address = parseIp(ip);
  if (!address || address.version === 4) return [at('address', ip)];
  return [at('address', customerBlock(ip)), at('block', normaliseCidr(`${ip}/48`) ?? ip)];
}

const at = (kind: 'address' | 'block', place: string): Counter => ({
  id: digest(`${kind}\n${place}`),
  pace: kind === 'block' ? BLOCK : ADDRESS,
  kind,
  place,
});

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
