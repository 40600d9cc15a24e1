import { join } from 'node:path';

/** Where things lie on a server, or below a folder that stands for one. */
export const placesIn = (root = '/') =>
  Object.fromEntries(
    Object.entries({
      product: '/opt/st0r',
      releases: '/opt/st0r/releases',
      current: '/opt/st0r/current',
      // The release that proved itself last: the updater runs from it, whatever the next one turns out to be.
      updater: '/opt/st0r/updater',
      home: '/var/lib/st0r-update',
      results: '/var/lib/st0r-update/results',
      work: '/var/lib/st0r-update/work',
      lock: '/var/lib/st0r-update/lock',
      journal: '/var/lib/st0r-update/journal.json',
      inbox: '/var/lib/st0r-update/inbox',
      request: '/var/lib/st0r-update/inbox/request.json',
      keys: '/etc/st0r/release-keys.pem',
      secrets: '/etc/st0r/secrets',
      settings: '/etc/st0r/st0r.env',
      units: '/etc/systemd/system',
    }).map(([name, path]) => [name, join(root, path)]),
  );
