import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { RootRing } from '../../../platform/keys';

/** A kit that was printed. */
export interface PrintedKit {
  kit: string;
  madeAt: string;
  madeName: string;
  rehearsedAt: string | null;
  /** Whether the root key in force is in it; after a new root key a new kit is needed. */
  current: boolean;
}

type Row = Omit<PrintedKit, 'current'> & { rootKeys: string };

/** The books about recovery kits. */
@Injectable()
export class KitBook {
  constructor(
    private readonly sql: Sql,
    private readonly ring: RootRing,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
  ) {}

  /** The kit that was printed last. */
  async last(): Promise<PrintedKit | null> {
    const [row] = await this.sql.house<Row>(
      `SELECT kit, made_at AS madeAt, made_name AS madeName, rehearsed_at AS rehearsedAt, root_keys AS rootKeys
       FROM recovery_kit ORDER BY made_at DESC LIMIT 1`,
    );
    if (!row) return null;
    const active = (await this.ring.rows()).find(({ state }) => state === 'active');
    const { rootKeys, ...kit } = row;
    return { ...kit, current: (JSON.parse(rootKeys) as string[]).includes(active?.check ?? '') };
  }

  /** Needs a unit of work. */
  async printed(kit: string, rootKeys: readonly string[]): Promise<void> {
    await this.sql.house(
      'INSERT INTO recovery_kit (id, kit, made_at, made_name, root_keys) VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?)',
      [uuid7(), kit, this.context.actor.name, JSON.stringify(rootKeys)],
    );
    this.recorder.record({ action: 'recovery_kit.printed', category: 'security', details: { kit, rootKeys } });
  }

  /** Needs a unit of work. */
  async rehearsed(kit: string, details: { keys: number; failed: number }): Promise<void> {
    const outcome = details.failed > 0 ? 'failure' : 'success';
    if (outcome === 'success')
      await this.sql.house('UPDATE recovery_kit SET rehearsed_at = UTC_TIMESTAMP(6) WHERE kit = ?', [kit]);
    this.recorder.record({
      action: 'recovery_kit.rehearsed',
      category: 'security',
      outcome,
      details: { kit, ...details },
    });
  }
}
