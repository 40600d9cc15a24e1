import { Injectable } from '@nestjs/common';
import { connect } from 'node:net';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Conflict, Unavailable } from '../../../platform/errors';

const PATIENCE_MS = 25_000;
const LONGEST = 512;

/** Asks the helper of this machine to lift a ban. It knows its jails and parses the address itself; no shell is started here. */
@Injectable()
export class UnbanHelper {
  constructor(@InjectSettings() private readonly settings: Settings) {}

  async lift(jail: string, address: string): Promise<void> {
    const path = this.settings.UNBAN_SOCKET;
    if (!path)
      throw new Conflict('ban.lifted_elsewhere', {
        detail: `Lift it on the machine: fail2ban-client set ${jail} unbanip ${address}. UNBAN_SOCKET makes it possible here.`,
      });
    const answer = await ask(path, `${JSON.stringify({ jail, address })}\n`).catch(() => undefined);
    if (answer === undefined)
      throw new Unavailable(
        'ban.helper_away',
        'The helper that lifts bans does not answer: see journalctl -u st0r-unban.socket.',
      );
    if (answer.trim() !== '{"ok": true}')
      throw new Conflict('ban.not_lifted', { detail: 'fail2ban did not lift it. Is the jail still there?' });
  }
}

function ask(path: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(path, () => socket.write(line));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('silent')));
    socket.setEncoding('utf8').on('data', (piece: string) => {
      heard += piece;
      if (heard.length > LONGEST) socket.destroy(new Error('too long'));
    });
    socket.on('error', reject).on('end', () => resolve(heard));
  });
}
