import { Injectable } from '@nestjs/common';
import { parseIp } from '@st0r/net';
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
const KNOWN_DEVICE: Pace = { free: 10, firstSeconds: LONGEST_SECONDS, off: NEVER };
const ADDRESS: Pace = { free: 20, firstSeconds: 30, off: NEVER };
/** A provider hands out whole blocks of IPv6: eight networks of a block may fail as often as one. */
const BLOCK: Pace = { free: 160, firstSeconds: 30, off: NEVER };

interface Counter {
  readonly id: Buffer;
  readonly pace: Pace;
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
  async blocked(account: string, ip: string | null, device: string | null = null): Promise<boolean> {
    const keys = countersOf(account, ip, device).map((one) => one.id);
    const rows = await this.sql.house(
      `SELECT 1 FROM sign_in_slowdown WHERE id IN (${keys.map(() => '?').join(', ')}) AND blocked_until > UTC_TIMESTAMP(6) LIMIT 1`,
      keys,
    );
    return rows.length > 0;
  }

  /** Counts a failure; one statement each, so parallel guesses all count. A day without any begins anew, unless it is off. */
  async failed(account: string, ip: string | null, device: string | null = null): Promise<void> {
    await this.work.runApart(async () => {
      for (const { id, pace } of countersOf(account, ip, device)) {
        await this.sql.house(
          `INSERT INTO sign_in_slowdown (id, failures, blocked_until, updated_at) VALUES (?, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
           ON DUPLICATE KEY UPDATE failures = IF(failures < ? AND updated_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY, 1, failures + 1), updated_at = UTC_TIMESTAMP(6),
             blocked_until = IF(failures >= ?, '9999-12-31', IF(failures > ?, UTC_TIMESTAMP(6) + INTERVAL LEAST(?, ? * POW(2, LEAST(failures - ? - 1, 10))) SECOND, blocked_until))`,
          [id, pace.off, pace.off, pace.free, LONGEST_SECONDS, pace.firstSeconds, pace.free],
        );
      }
    });
  }

  /** A right answer clears the account's counters; the address keeps its own. */
  async succeeded(account: string, device: string | null = null): Promise<void> {
    const keys = [countersOf(account, null, null), countersOf(account, null, device)].flat().map(({ id }) => id);
    await this.sql.house(`DELETE FROM sign_in_slowdown WHERE id IN (${keys.map(() => '?').join(', ')})`, keys);
  }
}

function countersOf(account: string, ip: string | null, device: string | null): Counter[] {
  const name = account.trim().toLowerCase();
  if (device) return [{ id: digest(`device\n${name}\n${device}`), pace: KNOWN_DEVICE }];
  const strangers = { id: digest(`account\n${name}`), pace: STRANGERS };
  return ip ? [strangers, ...addressesOf(ip)] : [strangers];
}

/** One IPv4 address; of IPv6 the network one customer gets, and the block it is from. */
function addressesOf(ip: string): Counter[] {
  const address = parseIp(ip);
  if (!address || address.version === 4) return [{ id: digest(`address\n${ip}`), pace: ADDRESS }];
  const first = (bits: number): string => (address.value >> BigInt(128 - bits)).toString(16);
  return [
    { id: digest(`address\n${first(64)}/64`), pace: ADDRESS },
    { id: digest(`address\n${first(48)}/48`), pace: BLOCK },
  ];
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
