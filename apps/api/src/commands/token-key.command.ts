import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { readSettings } from '../platform/config';
import { EventRecorder } from '../platform/events';
import { PlatformKeys, TokenRing } from '../platform/keys';
import { inHouse } from './house';

const COPIES = 'Restart services of systemd and containers now: they hold a copy of the keys from their start.';

/** `st0r token-key list|rotate|revoke`: the keys access tokens are signed with. Processes on the same secrets folder follow at once. */
export function tokenKeyCommand(program: Command): void {
  const tokenKey = program.command('token-key').description('The keys access tokens are signed with');
  tokenKey
    .command('list')
    .description('Name the keys, newest first; the first one signs')
    .action(() => {
      for (const { kid, since } of new TokenRing(readSettings(process.env).SECRETS_DIR).list())
        console.log(`${kid}  ${since ?? 'since the first start'}`);
    });
  tokenKey
    .command('rotate')
    .description('Sign with a new key from now on; tokens signed before stay good until they run out')
    .action(async () => {
      const kid = await inHouse((app) => noted(app, 'rotated', (ring) => ring.rotate()));
      console.log(`${kid} signs from now on. ${COPIES}`);
    });
  tokenKey
    .command('revoke <kid>')
    .description('Take a key out at once, with every token it signed')
    .action(async (kid: string) => {
      const found = await inHouse((app) => noted(app, 'revoked', (ring) => (ring.revoke(kid) ? kid : undefined)));
      if (!found) throw new Error(`There is no token key ${kid}. "st0r token-key list" names them.`);
      console.log(`${kid} is gone, and every token it signed. People sign in again. ${COPIES}`);
    });
}

/** The event waits for the act: a key that was not there leaves none. */
async function noted(
  app: INestApplicationContext,
  verb: string,
  act: (ring: TokenRing) => string | undefined,
): Promise<string | undefined> {
  const kid = act(app.get(PlatformKeys).tokens);
  if (kid) app.get(EventRecorder).record({ action: `token_key.${verb}`, category: 'admin', details: { kid } });
  return kid;
}
