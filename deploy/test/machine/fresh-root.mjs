import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/mariadb/scratch.mjs';

const OS_RELEASE = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n';

/** A folder that stands for a fresh server. */
export function freshRoot(osRelease = OS_RELEASE) {
  const root = join(scratchFolder(), 'root');
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(join(root, 'etc', 'os-release'), osRelease);
  writeFileSync(
    join(root, 'etc', 'passwd'),
    'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/var/www:/usr/sbin/nologin\n',
  );
  writeFileSync(join(root, 'etc', 'group'), 'root:x:0:\nwww-data:x:33:\n');
  for (const name of ['shadow', 'gshadow']) writeFileSync(join(root, 'etc', name), '');
  mkdirSync(join(root, 'etc/nginx/sites-enabled'), { recursive: true });
  writeFileSync(join(root, 'etc/nginx/sites-enabled/default'), 'server { listen 80; }\n');
  return root;
}
