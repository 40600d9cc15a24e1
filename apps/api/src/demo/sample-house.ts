import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { RequestContext } from '../platform/context';
import { Sql, UnitOfWork } from '../platform/database';
import { Door } from './door';
import { SAMPLE_CONNECTION, SAMPLE_IMPORT, SAMPLE_KEYS, SAMPLE_RULES } from './house-samples';
import { SampleSessions } from './sample-sessions';

/** Whose sample it is, and for which clients. */
interface SampleOwner {
  id: string;
  /** The client whose programs have keys. */
  keysAt: string;
  /** The client whose assets arrive as a file. */
  importAt: string;
}

/**
 * What pages of administration show in a sample installation: rules, a connection, keys, work in the background. Only where
 * the whole installation is a sample: it belongs to the house, not to the sample clients.
 */
@Injectable()
export class SampleHouse {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly sessions: SampleSessions,
    private readonly context: RequestContext,
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
  ) {}

  async load({ id, keysAt, importAt }: SampleOwner): Promise<void> {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const { token, end } = await this.sessions.open(id);
    const door = new Door(server, token);
    for (const { endsInDays, ...rule } of SAMPLE_RULES)
      await door.post('/address-rules', { ...rule, expiresAt: endsInDays ? momentIn(endsInDays) : null });
    await door.post('/sign-in-connections', SAMPLE_CONNECTION);
    for (const { calls, ended, ...key } of SAMPLE_KEYS) {
      const expiresOn = momentIn(ended ? 0 : 90).slice(0, 10);
      const made = await door.post<Issued>('/api-keys', { organisationId: keysAt, ...key, expiresOn });
      for (const path of calls) await new Door(server, made.secret).get(path);
      if (ended) await this.letEnd(keysAt, made.key.id);
    }
    await this.importAssets(door, importAt);
    await end();
  }

  /** A file of assets, imported by a job: the worker carries it out, and the pages of jobs have something to tell. */
  private async importAssets(door: Door, organisationId: string): Promise<void> {
    const { importId, mapping } = await door.upload<{ importId: string; mapping: Record<string, number> }>(
      '/assets/import/preview',
      SAMPLE_IMPORT,
      { organisationId },
    );
    await door.post('/assets/import', { importId, mapping, match: 'serial' }, { prefer: 'respond-async' });
  }

  /** Nobody can make a key that has ended; a sample of one ended last week. */
  private letEnd(organisationId: string, id: string): Promise<void> {
    return this.work.run(async () => {
      this.context.limitTo([organisationId]);
      await this.sql.scoped(
        `UPDATE api_key SET expires_on = UTC_DATE() - INTERVAL 7 DAY, issued_at = issued_at - INTERVAL 97 DAY,
           created_at = created_at - INTERVAL 97 DAY
         WHERE organisation_id IN (:scope) AND id = ?`,
        [id],
      );
    });
  }
}

interface Issued {
  secret: string;
  key: { id: string };
}

const momentIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
