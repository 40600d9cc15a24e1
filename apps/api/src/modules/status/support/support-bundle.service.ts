import { Injectable } from '@nestjs/common';
import { strToU8, zipSync } from 'fflate';
import { InjectSettings, type Settings } from '../../../platform/config';
import { ScheduleService } from '../../jobs';
import type { Finding } from '../finding';
import { StatusService } from '../status.service';
import { logTails } from './log-tail';
import { Redaction, secretsOf } from './redaction';
import { SupportFacts, settingsShown } from './support-facts';

const README = `What somebody who helps with ClientSt0r wants to know first. Read it before you send it.

findings.json   what st0r doctor found
status.json     nodes, disks, database
settings.json   settings; of secret ones only whether they are set
tables.json     rough numbers of rows, and room taken
schema.json     steps of the schema
jobs.json       kinds of jobs of the last week, by how they ended
schedules.json  when the platform gives itself work
logs/           last lines of the logs in the data folder, known fields only; of services see journalctl -u st0r-api

No records, no secrets, no addresses of people: what is known as a secret, or looks like one, was replaced by [removed].
`;

/** Makes the file an operator may send to somebody who helps. */
@Injectable()
export class SupportBundle {
  constructor(
    private readonly status: StatusService,
    private readonly schedules: ScheduleService,
    private readonly facts: SupportFacts,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** A zip file; every text in it went through the redaction. */
  async make(findings: readonly Finding[]): Promise<Uint8Array> {
    const redaction = new Redaction(secretsOf(this.settings));
    const texts = { 'README.txt': README, ...(await this.documents(findings)), ...logTails(this.settings.DATA_DIR) };
    const files = Object.entries(texts).map(([name, text]) => [name, strToU8(redaction.text(text))] as const);
    return zipSync(Object.fromEntries(files), { level: 6 });
  }

  private async documents(findings: readonly Finding[]): Promise<Record<string, string>> {
    const documents = {
      findings,
      status: await this.status.read(),
      settings: settingsShown(this.settings),
      tables: await this.facts.tables(),
      schema: await this.facts.steps(),
      jobs: await this.facts.jobs(),
      schedules: await this.schedules.list(),
    };
    return Object.fromEntries(
      Object.entries(documents).map(([name, document]) => [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`]),
    );
  }
}
