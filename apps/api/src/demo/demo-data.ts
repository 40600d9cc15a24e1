import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { RoleSeed } from '../modules/access';
import type { StillAlone } from '../platform/database';
import { Conflict } from '../platform/errors';
import { ClientLoader } from './client-loader';
import { SAMPLE_CLIENTS, SAMPLE_PEOPLE } from './clients';
import { Door } from './door';
import { SampleHouse } from './sample-house';
import { SampleOrganisations } from './sample-organisations';
import { SamplePeople, type SignInSheet } from './sample-people';
import { SampleProgress } from './sample-progress';
import weekOne from './scans/bakery-week-1.nmap.xml?raw';
import weekTwo from './scans/bakery-week-2.nmap.xml?raw';

/** The bakery was scanned twice by real nmap: the first scan is accepted, the second waits to be reconciled. */
const BAKERY_SCANS = [
  { name: 'bakery-week-1.xml', content: weekOne, accept: true },
  { name: 'bakery-week-2.xml', content: weekTwo, accept: false },
];

/**
 * Sample clients to look around in: three organisations, and optionally people for each role. A load that was ended in the
 * middle goes on where it was: whatever is there already is not made twice.
 */
@Injectable()
export class DemoData {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly people: SamplePeople,
    private readonly organisations: SampleOrganisations,
    private readonly roles: RoleSeed,
    private readonly house: SampleHouse,
    private readonly progress: SampleProgress,
  ) {}

  /** Makes the clients and gives `owner` every right in them; throws Conflict where they are here, or are being made. */
  load(owner: { id: string; name: string }): Promise<void> {
    return this.progress.alone(async (still) => {
      if (await this.whole())
        throw new Conflict('sample_data.present', { detail: 'The sample clients are here already.' });
      await this.progress.begin();
      await this.clients(owner, still);
      await this.progress.finish();
    });
  }

  /**
   * The clients, a person for each role and a lived-in administration; answers how they sign in, in lines to print once.
   * Where the clients are here already, nothing is added, and that is what it says; where they are being made by somebody
   * else, it throws Conflict: how everybody signs in is told to whoever makes them.
   */
  async loadWithPeople(): Promise<string> {
    await this.roles.run();
    return this.progress.alone(async (still) => {
      if (await this.whole())
        return 'The sample clients are here already; how to sign in was shown when they were made.';
      await this.progress.begin();
      const sheets = await this.everything(still);
      await this.progress.finish();
      return [
        'Sign in as (shown once):',
        ...sheets.map(
          (one) => `  ${one.role.padEnd(12)} ${one.email.padEnd(34)} ${one.password.padEnd(44)} TOTP ${one.totpSecret}`,
        ),
      ].join('\n');
    });
  }

  private async everything(still: StillAlone): Promise<SignInSheet[]> {
    const sheets: SignInSheet[] = [];
    const [first, ...rest] = SAMPLE_PEOPLE;
    const owner = await this.people.make(first.name, first.role, true);
    sheets.push(owner.sheet);
    const ids = await this.clients({ id: owner.id, name: first.name }, still);
    for (const { name, role } of rest) {
      await still();
      const person = await this.people.make(name, role);
      for (const organisationId of ids) await this.organisations.join(person.id, name, { organisationId, role });
      sheets.push(person.sheet);
    }
    await still();
    await this.house.load({ id: owner.id, keysAt: ids[0]!, importAt: ids[2]! });
    return sheets;
  }

  private async clients(owner: { id: string; name: string }, still: StillAlone): Promise<string[]> {
    const ids: string[] = [];
    for (const client of SAMPLE_CLIENTS) {
      const id = await this.organisations.idOf(client);
      await this.organisations.join(owner.id, owner.name, { organisationId: id, role: 'owner' });
      ids.push(id);
    }
    const { token, end } = await this.people.token(owner.id);
    const door = new Door(this.host.httpAdapter.getInstance<FastifyInstance>(), token);
    for (const [at, client] of SAMPLE_CLIENTS.entries()) {
      await still();
      await new ClientLoader(door, ids[at]!).load(client, at === 0 ? BAKERY_SCANS : []);
    }
    await end();
    return ids;
  }

  /** All of it is here, as far as we know: some of it is, and no load was ended in the middle. */
  private async whole(): Promise<boolean> {
    const known = await Promise.all(SAMPLE_CLIENTS.map((client) => this.organisations.known(client)));
    return known.some(Boolean) && !(await this.progress.begun());
  }
}
