import { Injectable } from '@nestjs/common';
import { defineJob, HandlesJob, NoInput, type JobHandler, type JobRun } from '../../../../platform/jobs';
import { SamlConnections } from '../connection/saml-connections';
import { CertificateWarnings } from './certificate-warnings';
import { MetadataRefresh } from './metadata-refresh';

/** Reads the metadata of every SAML provider again, and looks at the certificates that count. */
export const watchProviders = defineJob({
  name: 'sso.watch',
  title: 'Read SAML metadata again and look at certificates',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  schedule: { cron: '41 4 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(watchProviders)
export class ProviderWatch implements JobHandler {
  constructor(
    private readonly connections: SamlConnections,
    private readonly refresh: MetadataRefresh,
    private readonly warnings: CertificateWarnings,
  ) {}

  async run(_input: object, job: JobRun): Promise<object> {
    const connections = await this.connections.enabled();
    let [changed, warned] = [0, 0];
    for (const [at, { id }] of connections.entries()) {
      changed += (await this.refresh.again(id)) ? 1 : 0;
      warned += await this.warnings.about(id);
      await job.progress({ done: at + 1, total: connections.length, unit: 'connections' });
    }
    return { connections: connections.length, changed, warned };
  }
}
