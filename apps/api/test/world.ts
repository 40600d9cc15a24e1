import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Connection } from 'mysql2/promise';
import { createApp } from '../src/create-app';
import { AccessToken, Passwords, SessionStore } from '../src/modules/auth';
import { MembershipEntity, RoleEntity, RoleSeed, UserEntity } from '../src/modules/access';
import { OrganisationService } from '../src/modules/orgs';
import { readSettings } from '../src/platform/config';
import { RequestContext } from '../src/platform/context';
import { Repositories, UnitOfWork } from '../src/platform/database';
import { createSecrets } from '../src/platform/keys';
import { Caller } from './caller';
import { ScopeListener } from './scope-listener';
import { connectAsRoot, migratedTestDatabase, type TestDatabase } from './test-database';

/** An organisation of a test. */
export interface TestOrganisation {
  id: string;
  slug: string;
  name: string;
}

/** What a test person is like. */
export interface PersonOptions {
  roles?: readonly (readonly [TestOrganisation, string])[];
  platformAdmin?: boolean;
  name?: string;
  /** How long ago they signed in; step-up windows count from there. */
  signedInMinutesAgo?: number;
  /** Bearer token instead of cookies. */
  bearer?: boolean;
}

/** A person with a session, who can call the API. */
export type Person = Caller & { id: string; name: string; sessionId: string };

/** One schema, one application, and people in it. */
export interface World {
  app: NestFastifyApplication;
  database: TestDatabase;
  settings: ReturnType<typeof readSettings>;
  organisation(name: string): Promise<TestOrganisation>;
  person(options?: PersonOptions): Promise<Person>;
  /** A caller without any session. */
  nobody(): Caller;
  /** Event rows, oldest first. */
  events(where?: { targetId?: string; action?: string }): Promise<Record<string, unknown>[]>;
  /** A statement as database root. */
  sql<T = Record<string, unknown>>(text: string, params?: unknown[]): Promise<T[]>;
  /** Work inside a request context of the house itself. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A suite asks faster than any person; what holds for people is tested where limits are. */
const LIMITS = { version: 1, limits: { 'requests.person': { budget: 1_000_000, seconds: 60, version: 1 } } };

/** A real hash takes a sixth of a second of a core and would be a third of what the suites of signing in do. */
const QUICK = { memoryCost: 1024, timeCost: 2 };

/** A fresh world of its own, with `guests` as modules beside the product's; close it at the end. */
export async function aWorld(env: Record<string, string> = {}, guests: readonly Type[] = []): Promise<World> {
  process.env.TZ = 'UTC';
  const database = await migratedTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'clientst0r-world-'));
  createSecrets(join(folder, 'secrets'));
  const settings = readSettings({
    ...database.env,
    SECRETS_DIR: join(folder, 'secrets'),
    DATA_DIR: folder,
    WEB_ROOT: join(folder, 'no-pages'),
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    DATABASE_POOL: '6',
    // Nobody seals here unless a test says so.
    AUDIT_LAG_SECONDS: '86400',
    ...env,
  });
  const listener = new ScopeListener();
  const app = await createApp({ settings, logger: listener, guests });
  app.get(Passwords).hashFor(QUICK);
  const root = await connectAsRoot(inject('testServer'), database.name);
  const house = new TestHouse(app, root);
  await house.inside(() => app.get(RoleSeed).run());
  await root.query("INSERT INTO platform_setting (name, value) VALUES ('limits', ?)", [JSON.stringify(LIMITS)]);
  return {
    app,
    database,
    settings,
    organisation: (name) => house.organisation(name),
    person: (options) => house.person(options),
    nobody: () => new Caller(app, {}),
    events: (where) => house.events(where),
    sql: (text, params) => house.sql(text, params),
    inside: (work) => house.inside(work),
    close: async () => {
      await app.close();
      await root.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      listener.assertClean();
    },
  };
}

class TestHouse {
  private people = 0;
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly root: Connection,
  ) {}

  inside<T>(work: () => Promise<T>): Promise<T> {
    const origin = { requestId: 'test-harness', ip: '127.0.0.1', userAgent: 'test' };
    return this.app.get(RequestContext).run(origin, () => this.app.get(UnitOfWork).run(work));
  }

  organisation(name: string): Promise<TestOrganisation> {
    return this.inside(async () => {
      const { id, slug } = await this.app.get(OrganisationService).open({ name });
      return { id, slug, name };
    });
  }

  async person({
    roles = [],
    platformAdmin = false,
    name,
    signedInMinutesAgo = 0,
    bearer = false,
  }: PersonOptions = {}): Promise<Person> {
    this.people += 1;
    const called = name ?? `Person ${this.people}`;
    const { id, sessionId } = await this.inside(() =>
      this.create(called, roles, { platformAdmin, interactive: !bearer }),
    );
    if (signedInMinutesAgo > 0)
      await this.sql('UPDATE session SET authenticated_at = authenticated_at - INTERVAL ? MINUTE WHERE id = ?', [
        signedInMinutesAgo,
        sessionId,
      ]);
    const token = await this.app.get(AccessToken).sign('session', { sub: id, sid: sessionId }, 3600);
    const caller = new Caller(
      this.app,
      bearer ? { authorization: `Bearer ${token}` } : { cookie: `__Host-at=${token}`, 'x-msp': '1' },
    );
    return Object.assign(caller, { id, name: called, sessionId });
  }

  async events({ targetId, action }: { targetId?: string; action?: string } = {}): Promise<Record<string, unknown>[]> {
    const rows = await this.sql(
      'SELECT * FROM event WHERE (? IS NULL OR target_id = ?) AND (? IS NULL OR action = ?) ORDER BY n',
      [targetId ?? null, targetId ?? null, action ?? null, action ?? null],
    );
    return rows.map((row) => ({ ...row, changes: parsed(row['changes']), details: parsed(row['details']) }));
  }

  async sql<T = Record<string, unknown>>(text: string, params: unknown[] = []): Promise<T[]> {
    const [rows] = await this.root.query(text, params);
    return rows as T[];
  }

  private async create(
    name: string,
    roles: PersonOptions['roles'],
    kind: { platformAdmin: boolean; interactive: boolean },
  ): Promise<{ id: string; sessionId: string }> {
    const repositories = this.app.get(Repositories);
    const user = await repositories.house(UserEntity).create({
      email: `person${this.people}@example.test`,
      name,
      state: 'active',
      platformAdmin: kind.platformAdmin,
      requireMfa: false,
      authzEpoch: 1,
      preferences: null,
    });
    for (const [organisation, template] of roles ?? []) {
      const role = await repositories.house(RoleEntity).findOne({ template });
      if (!role) throw new Error(`There is no role template ${template}`);
      this.app.get(RequestContext).limitTo([organisation.id]);
      await repositories.of(MembershipEntity).create({
        organisationId: organisation.id,
        userId: user.id,
        roleId: role.id,
        userName: name,
        source: 'local',
        validFrom: null,
        validUntil: null,
      });
    }
    const session = await this.app
      .get(SessionStore)
      .open({ userId: user.id, scope: 'full', interactive: kind.interactive, amr: ['pwd', 'otp', 'mfa'] });
    return { id: user.id, sessionId: session.id };
  }
}

const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
