import { Injectable } from '@nestjs/common';
import { LiveNodes } from '../authorize/live-nodes';
import { Statements } from '../database';
import { SealWatch } from '../events';
import { PlatformKeys } from '../keys';
import { SchemaState } from './schema-state';

/** What this process says about itself: a word, and why it is not another. */
export interface Standing {
  readonly status: 'ready' | 'not ready' | 'sealed' | 'starting' | 'stopping';
  readonly checks: Readonly<Record<string, string>>;
}

/** Whether this process has the database it needs, can work now, and is not about to stop. */
@Injectable()
export class Readiness {
  private ending = false;

  constructor(
    private readonly statements: Statements,
    private readonly keys: PlatformKeys,
    private readonly seals: SealWatch,
    private readonly schema: SchemaState,
    private readonly nodes: LiveNodes,
  ) {}

  /** From now on nobody new should be sent here; requests are answered as before. */
  stopping(): void {
    this.ending = true;
  }

  /** Whether this process is about to end while another one serves as well. */
  get handsOver(): boolean {
    return this.ending && this.nodes.count > 1;
  }

  /** That it answers means that its start is over; what is left to ask is whether the schema has what it needs. */
  async startup(): Promise<Standing> {
    const schema = await this.steps();
    return { status: schema === 'ok' ? 'ready' : 'starting', checks: { schema } };
  }

  async ready(): Promise<Standing> {
    const database = await this.database();
    const sealed = this.keys.sealedBecause;
    const audit = database === 'ok' && !sealed ? (await this.seals.troubles()).join(' ') : '';
    const checks = { database, keys: sealed ?? 'ok', audit: audit || 'ok' };
    if (this.ending) return { status: 'stopping', checks: { process: 'This process is being stopped.', ...checks } };
    if (sealed) return { status: 'sealed', checks };
    return { status: database === 'ok' ? 'ready' : 'not ready', checks };
  }

  private async steps(): Promise<string> {
    try {
      const { missing } = await this.schema.read();
      return missing.length === 0 ? 'ok' : `${missing.length} steps of the schema are missing: st0r migrate`;
    } catch {
      return 'The database is not answering.';
    }
  }

  private async database(): Promise<string> {
    try {
      await this.statements.run('SELECT 1');
      return 'ok';
    } catch {
      return 'The database is not answering.';
    }
  }
}
