import { describe, expect, it } from 'vitest';
import { aptSightings, readApt } from './apt.reader';
import { dnfSightings, dnfUpdates, readCheckUpdate, readDnf, readRpm } from './dnf.reader';
import { readDpkgStatus } from './dpkg.reader';
import { ReportProblem } from './report';
import { readReports } from './report.reader';

const LISTED = `Listing...
appstream/oldstable 0.16.1-2+b1 amd64 [upgradable from: 0.16.1-2]
openssl/oldstable-security 3.0.17-1~deb12u3 amd64 [upgradable from: 3.0.16-1~deb12u1]
libc6/jammy-updates,jammy-security 2.35-0ubuntu3.8 amd64 [upgradable from: 2.35-0ubuntu3.1]
libxml2/jammy-infra-security 2.9.13-1ubuntu0.4+esm1 i386 [upgradable from: 2.9.13-1ubuntu0.4]
security-tools/stable 2.0 all [upgradable from: 1.0]
`;

const SIMULATED = `Reading package lists...
Building dependency tree...
The following packages will be upgraded:
  bash libgcrypt20 libc6
Inst bash [5.2.15-2+b8] (5.2.15-2+b13 Debian:12.15/oldstable [amd64])
Inst libgcrypt20-dev [1.10.1-3] (1.10.1-3+deb12u1 Debian:12.15/oldstable, Debian-Security:12/oldstable-security [amd64]) []
Inst linux-image-6.1.0-40-amd64 (6.1.153-1 Debian-Security:12/oldstable-security [amd64])
Inst libc6:i386 [2.35-0ubuntu3.1] (2.35-0ubuntu3.8 Ubuntu:22.04/jammy-updates, Ubuntu:22.04/jammy-security [i386]) [libc6:amd64 ]
Conf bash (5.2.15-2+b13 Debian:12.15/oldstable [amd64])
3 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.
`;

describe('what apt prints', () => {
  it('is read as a list, and what comes from a security archive of Debian or Ubuntu counts as security', () => {
    const updates = readApt(LISTED) ?? [];
    expect(updates.map((one) => [one.package, one.security])).toEqual([
      ['appstream', false],
      ['openssl', true],
      ['libc6', true],
      ['libxml2', true],
      ['security-tools', false],
    ]);
    expect(updates[1]).toMatchObject({ installed: '3.0.16-1~deb12u1', offered: '3.0.17-1~deb12u3' });
    expect(aptSightings(updates).map((one) => [one.package, one.version, one.fixedIn, one.severity])).toEqual([
      ['openssl', '3.0.16-1~deb12u1', '3.0.17-1~deb12u3', 'unrated'],
      ['libc6', '2.35-0ubuntu3.1', '2.35-0ubuntu3.8', 'unrated'],
      ['libxml2', '2.9.13-1ubuntu0.4', '2.9.13-1ubuntu0.4+esm1', 'unrated'],
    ]);
  });

  it('is read as a rehearsed upgrade; packages that only come along are no updates', () => {
    const updates = readApt(SIMULATED) ?? [];
    expect(updates.map((one) => [one.package, one.architecture, one.security])).toEqual([
      ['bash', 'amd64', false],
      ['libgcrypt20-dev', 'amd64', true],
      ['libc6', 'i386', true],
    ]);
  });

  it('says that no update waits only in its own words', () => {
    expect(readApt('Listing...\n')).toEqual([]);
    expect(readApt('0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.')).toEqual([]);
    expect(readApt('E: Could not open lock file /var/lib/apt/lists/lock')).toBeUndefined();
    expect(readApt('All is well, trust me.')).toBeUndefined();
  });
});

describe('the status file of dpkg', () => {
  it('names what is installed, and neither what was removed nor what a description says', () => {
    const text = `Package: openssl
Status: install ok installed
Architecture: amd64
Version: 3.0.16-1~deb12u1
Description: Secure Sockets Layer toolkit
 Version: 9.9 is not what is installed.

Package: old
Status: deinstall ok config-files
Architecture: all
Version: 1.0

Package: held
Status: hold ok installed
Architecture: all
Version: 2.0
`;
    expect([...readDpkgStatus(text)]).toEqual([
      ['openssl:amd64', '3.0.16-1~deb12u1'],
      ['held:all', '2.0'],
    ]);
  });
});

describe('what dnf prints', () => {
  const fourth = `Last metadata expiration check: 0:12:01 ago on Mon 02 Nov 2026 10:00:00 AM UTC.
FEDORA-2026-0a7b3c Important/Sec. openssl-libs-1:3.0.9-2.fc38.x86_64
FEDORA-2026-1b2c3d Low/Sec.       openssl-libs-1:3.0.9-2.fc38.x86_64
FEDORA-2026-99aa11 bugfix         tzdata-2026a-1.fc38.noarch
FEDORA-2026-77bb22 enhancement    python3-dnf-plugins-core-4.4.1-1.fc38.noarch
`;
  const fifth = `Name               Type        Severity  Package                          Issued
RHSA-2026:1234     security    Critical  kernel-core-5.14.0-570.el9.x86_64 2026-11-02 08:00:00
RHSA-2026:1300     security    None      zlib-1.2.11-41.el9.x86_64         2026-11-02 08:00:00
RHBA-2026:2222     bugfix      None      tzdata-2026a-1.el9.noarch         2026-11-01 08:00:00
`;

  it('is read in the words of dnf 4 and of dnf 5, with its severities in ours', () => {
    expect((readDnf(fourth) ?? []).map((one) => [one.package, one.security, one.severity])).toEqual([
      ['openssl-libs', true, 'high'],
      ['openssl-libs', true, 'low'],
      ['tzdata', false, 'unrated'],
      ['python3-dnf-plugins-core', false, 'unrated'],
    ]);
    expect((readDnf(fifth) ?? []).map((one) => [one.package, one.security, one.severity, one.offered])).toEqual([
      ['kernel-core', true, 'critical', '5.14.0-570.el9'],
      ['zlib', true, 'unrated', '1.2.11-41.el9'],
      ['tzdata', false, 'unrated', '2026a-1.el9'],
    ]);
  });

  it('counts a package once however many advisories bring it, and keeps each security advisory', () => {
    const notices = readDnf(fourth) ?? [];
    expect(dnfUpdates(notices)).toBe(3);
    const installed = readRpm('openssl-libs\tx86_64\t1:3.0.8-1.fc38\nzlib\tx86_64\t(none):1.2.11-40.el9\n');
    expect(installed.get('zlib:x86_64')).toBe('1.2.11-40.el9');
    expect(dnfSightings(notices, installed).map((one) => [one.reference, one.version])).toEqual([
      ['FEDORA-2026-0a7b3c', '1:3.0.8-1.fc38'],
      ['FEDORA-2026-1b2c3d', '1:3.0.8-1.fc38'],
    ]);
  });

  it('names the updates that wait, those of long names and without what they replace', () => {
    const out = `Last metadata expiration check: 0:12:01 ago on Mon.

openssl-libs.x86_64   1:3.0.9-2.fc38   updates
python3-a-very-long-name-that-takes-a-line.noarch
                      1.0-1.fc38       updates
Obsoleting Packages
new.x86_64            2.0-1.fc38       updates
    old.x86_64        1.0-1.fc38       @System
`;
    const ended = (code: number, text: string) => readCheckUpdate({ how: 'exit', code, out: text });
    expect([ended(100, out), ended(0, ''), ended(100, ''), ended(1, out)]).toEqual([2, 0, undefined, undefined]);
  });

  it('says that no update waits only in its own words', () => {
    expect(readDnf('Last metadata expiration check: 0:12:01 ago on Mon.')).toEqual([]);
    expect(readDnf('Error: Cache-only enabled but no cache for "baseos"')).toBeUndefined();
  });
});

describe('a text somebody brings', () => {
  it('is refused when it leaves out what waits', () => {
    const kept = SIMULATED.replace('0 not upgraded', '2 not upgraded');
    expect(() => readReports(kept, 'server-1')).toThrow('2 packages wait that this text does not name');
    expect(readReports(SIMULATED, 'server-1')).toHaveLength(1);
  });

  it('is not read for ever, whatever one row of it holds', () => {
    expect(() => readReports(`Inst ${'a:'.repeat(4_000_000)}`, 'server-1')).toThrow('no report that is known here');
  });

  it('needs the name of its machine, and is refused in words when it is nothing known', () => {
    expect(() => readReports(LISTED, null)).toThrow('Name the machine.');
    expect(readReports(LISTED, 'web-1')).toMatchObject([{ source: 'apt', subject: 'web-1', updates: 5 }]);
    for (const text of ['', '   ', 'hello', '{', '{"a":1}', '[]', 'null'])
      expect(() => readReports(text, 'web-1')).toThrow(ReportProblem);
  });
});
