import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Firewall and fail2ban. The firewall is switched on only when asked to: it could cut the line one is working on. */
export function layPerimeter(host, plan) {
  const shipped = (...parts) => readFileSync(join(plan.release, 'deploy', ...parts), 'utf8');
  const before = host.changes;
  for (const name of ['st0r-report', 'st0r-unban'])
    host.file(`/usr/local/lib/st0r/${name}`, shipped('fail2ban', name), { mode: 0o755 });
  host.file('/etc/fail2ban/action.d/st0r-report.conf', shipped('fail2ban', 'action.d', 'st0r-report.conf'));
  // fail2ban starts no jail, and with it nothing at all, while the file it watches is not there.
  host.file('/var/log/st0r/st0r-auth.log', '', { mode: 0o640, owner: 'st0r', keep: true });
  host.file('/etc/fail2ban/filter.d/st0r.conf', shipped('fail2ban', 'filter.d', 'st0r.conf'));
  host.file('/etc/fail2ban/jail.d/st0r.conf', shipped('fail2ban', 'jail.d', 'st0r.conf'), { keep: true });
  if (host.systemd && host.changes > before)
    host.command('let fail2ban read its jails anew', ['systemctl', 'reload-or-restart', 'fail2ban']);
  host.file('/etc/ufw/applications.d/st0r', shipped('ufw', 'st0r'));
  if (host.root) return;
  const rules = host.look('ufw', 'show', 'added').output;
  for (const [name, words] of [
    ['OpenSSH', ['limit', 'OpenSSH']],
    ['ClientSt0r', ['allow', 'ClientSt0r']],
  ]) {
    if (rules.includes(name)) continue;
    if (name === 'OpenSSH' && !host.exists('/etc/ufw/applications.d/openssh-server')) continue;
    host.command(`add the firewall rule "${words.join(' ')}"`, ['ufw', ...words]);
  }
  if (plan['enable-firewall'] && !/Status: active/.test(host.look('ufw', 'status').output))
    host.command('switch the firewall on', ['ufw', '--force', 'enable']);
}
