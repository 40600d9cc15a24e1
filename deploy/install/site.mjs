import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the API is. All processes of nginx share what they know about the nodes; who failed is left alone for a while. */
export const upstreamOf = (nodes, { leftAlone = '15s' } = {}) =>
  [
    'upstream st0r_api {',
    '    zone st0r_nodes 128k;',
    ...nodes.map((node) => `    server ${node} max_fails=1 fail_timeout=${leftAlone};`),
    '    keepalive 32;',
    '}',
  ].join('\n');

const LOCAL = (domain) => ({
  'listen-plain': 'listen 80;\nlisten [::]:80;',
  'listen-tls': 'listen 443 ssl http2;\nlisten [::]:443 ssl http2;',
  names: `server_name ${domain};`,
  certificate: 'ssl_certificate /etc/st0r/tls/chain.pem;\nssl_certificate_key /etc/st0r/tls/key.pem;',
  upstream: `# Name further nodes here, one line each: docs/how-to/run-on-several-nodes.md\n${upstreamOf(['127.0.0.1:8080'])}`,
  'real-ip':
    '# Whoever connects is the client. Behind a load balancer name it here, and only it:\n# set_real_ip_from 192.0.2.10;\n# real_ip_header X-Forwarded-For;\n# real_ip_recursive on;',
  folders: 'root /opt/st0r/current/apps/web/dist;',
  files: 'alias /var/lib/st0r/files/;',
  problems: 'alias /etc/nginx/st0r/problems/;',
  acme: 'root /var/lib/st0r-acme;',
  'access-log': 'access_log /var/log/nginx/st0r.access.log st0r;',
});
const SITE =
  '# ClientSt0r: st0r/ comes with the release, st0r/local/ belongs to this machine.\ninclude st0r/http.conf;\ninclude st0r/site.conf;\n';

/** The nginx site; what lies in st0r/local is written once and is the operator's from then on. */
export function laySite(host, plan) {
  const from = join(plan.release, 'deploy', 'nginx', 'st0r');
  const ours = readdirSync(from, { recursive: true }).filter((name) => /\.(?:conf|json)$/.test(name));
  const before = host.changes;
  for (const name of ours) host.file(`/etc/nginx/st0r/${name}`, readFileSync(join(from, name), 'utf8'));
  for (const [name, text] of Object.entries(LOCAL(plan.domain)))
    host.file(`/etc/nginx/st0r/local/${name}.conf`, `${text}\n`, { keep: true });
  host.file('/etc/nginx/sites-available/st0r', SITE);
  host.link('/etc/nginx/sites-enabled/st0r', '../sites-available/st0r');
  // Debian's example answers whatever name nobody else claims; ours refuses that.
  host.remove('/etc/nginx/sites-enabled/default');
  layCertificate(host, plan);
  readableFiles(host);
  if (host.root || host.changes === before) return;
  host.quietly(['nginx', '-t', '-q']);
  if (host.systemd) host.command('let nginx read its site anew', ['systemctl', 'reload-or-restart', 'nginx']);
}

function layCertificate(host, { domain, certificate, key }) {
  const [chain, secret] = ['/etc/st0r/tls/chain.pem', '/etc/st0r/tls/key.pem'];
  host.folder('/etc/st0r/tls', { mode: 0o700 });
  if (certificate) {
    host.file(chain, readFileSync(certificate, 'utf8'));
    host.file(secret, readFileSync(key, 'utf8'), { mode: 0o600 });
    return;
  }
  if (host.exists(chain)) return;
  host.command('make a certificate for 30 days; put your own in its place', [
    ...['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
    ...['-subj', `/CN=${domain}`, '-addext', `subjectAltName=DNS:${domain}`],
    ...['-keyout', host.path(secret), '-out', host.path(chain)],
  ]);
}

// nginx hands out files the API names: through the group of the services, which may read them and no secret.
function readableFiles(host) {
  const members = /^st0r:[^:]*:\d+:(.*)$/m.exec(host.read('/etc/group') ?? '')?.[1] ?? '';
  if (!host.account('www-data') || members.split(',').includes('www-data')) return;
  host.command('let nginx read the files of people', [
    'usermod',
    ...(host.root ? ['--prefix', host.root] : []),
    '-aG',
    'st0r',
    'www-data',
  ]);
}
