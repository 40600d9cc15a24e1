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
    const rules = await door.rows<{ network: string }>('/address-rules');
    for (const { endsInDays, ...rule } of SAMPLE_RULES)
      if (!rules.some(({ network }) => network === rule.network))
        await door.post('/address-rules', { ...rule, expiresAt: endsInDays ? momentIn(endsInDays) : null });
    const connections = await door.rows<{ name: string }>('/sign-in-connections');
    if (!connections.some(({ name }) => name === SAMPLE_CONNECTION.name))
      await door.post('/sign-in-connections', SAMPLE_CONNECTION);
    await this.keys(door, { server, keysAt });
    await this.importAssets(door, importAt);
    await end();
  }

  private async keys(door: Door, { server, keysAt }: { server: FastifyInstance; keysAt: string }): Promise<void> {
    const known = await door.rows<KnownKey>(`/api-keys?org=${keysAt}&limit=200`);
    for (const { calls, ended, ...key } of SAMPLE_KEYS) {
      const expiresOn = momentIn(ended ? 0 : 90).slice(0, 10);
      const there = known.find(({ name }) => name === key.name);
      const made = there
        ? undefined
        : await door.post<Issued>('/api-keys', { organisationId: keysAt, ...key, expiresOn });
      if (made) for (const path of calls) await new Door(server, made.secret).get(path);
      const { id, expiresOn: endsOn } = there ?? { id: made!.key.id, expiresOn };
      if (ended && endsOn >= momentIn(0).slice(0, 10)) await this.letEnd(keysAt, id);
    }
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

interface KnownKey {
  id: string;
  name: string;
  expiresOn: string;
}
interface Issued {
  secret: string;
  key: { id: string };
}

const momentIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
