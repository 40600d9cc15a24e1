import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { CertificateWatch } from '../../../platform/health/certificate-watch';
import { roomAt } from '../../../platform/health/disk-room';
import { LastBackup } from '../../../platform/health/last-backup';
import { days, ok, warning, wrong, type Check, type Verdict } from '../finding';

const DAY_MS = 86_400_000;
const GIB = 1024 ** 3;
/** A verified backup older than this is no backup of today. */
const BACKUP_DAYS = 2;
const CERTIFICATE_WARNING_DAYS = 14;
const CERTIFICATE_WRONG_DAYS = 3;

/** What runs out by itself: room, the certificate, the last backup. */
@Injectable()
export class RoomChecks {
  readonly checks: readonly Check[] = [
    { name: 'disk', look: () => this.disk() },
    { name: 'certificate', look: () => this.certificate() },
    { name: 'backup', look: () => this.backup() },
  ];

  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly certificates: CertificateWatch,
    private readonly backups: LastBackup,
  ) {}

  private async disk(): Promise<Verdict> {
    const { free, size } = await roomAt(this.settings.DATA_DIR);
    const says = `${(free / GIB).toFixed(1)} of ${(size / GIB).toFixed(1)} GiB free at ${this.settings.DATA_DIR}`;
    if (free / size < 0.03) return wrong(`${says}: make room before nothing can be written`);
    return free / size < 0.1 ? warning(`${says}.`) : ok(`${says}.`);
  }

  private async certificate(): Promise<Verdict> {
    const served = await this.certificates.look();
    if (!served) return ok('PUBLIC_URL is not https: there is none to look at.');
    const left = Math.floor((served.validUntil.getTime() - Date.now()) / DAY_MS);
    const says = `The one of ${served.host} ${left < 0 ? `ended ${days(-left)} ago` : `is good for ${days(left)}`}.`;
    if (left < CERTIFICATE_WRONG_DAYS) return wrong(`${says} Renew it now.`);
    return left < CERTIFICATE_WARNING_DAYS ? warning(`${says} It should have been renewed by now.`) : ok(says);
  }

  private async backup(): Promise<Verdict> {
    const times = await this.backups.read();
    if (!times) return { state: 'unknown', says: 'The platform makes no backups here, so it knows of none.' };
    if (!times.verifiedFrom) return warning('No backup was restored as a trial yet.');
    const old = Math.floor((Date.now() - times.verifiedFrom.getTime()) / DAY_MS);
    const age = days(old);
    const says = `The last one that was restored as a trial is ${age} old.`;
    return old > BACKUP_DAYS ? wrong(says) : ok(says);
  }
}
