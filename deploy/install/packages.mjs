import { databaseElsewhere } from './database.mjs';

const PACKAGES = ['mariadb-server', 'nginx', 'openssl', 'ufw', 'fail2ban', 'python3-systemd', 'nftables', 'logrotate'];

/** Installs the Debian packages that are missing. */
export function installPackages(host) {
  if (host.root) return;
  const wanted = PACKAGES.filter((name) => name !== 'mariadb-server' || !databaseElsewhere(host));
  const missing = wanted.filter(
    (name) => !/^ii/.test(host.look('dpkg-query', '-W', '-f=${db:Status-Abbrev}', name).output),
  );
  if (missing.length === 0) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  host.command(`install ${missing.join(', ')}`, ['apt-get', 'update', '-q'], { env });
  host.quietly(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing], { env });
}
