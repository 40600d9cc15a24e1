import { clearLeftovers } from '../mariadb/scratch.mjs';
import { startStack } from './stack.mjs';
import { startTwoNodes } from './two-nodes.mjs';

/**
 * A running product for each worker; a journey changes settings of the whole installation, so one runs on it at a time.
 * ST0R_JOURNEYS_ON=two-nodes drives two nodes and two workers behind the shipped nginx instead.
 * `inject('stacks')` answers their { url, dataDir, env }: the setup link comes from `operatorCommand(['setup-link'], env)`.
 */
export default async function setup(project) {
  await clearLeftovers();
  // The providers of the journeys listen on loopback, which is closed otherwise.
  const env = { OUTGOING_ALLOWED_CIDRS: 'sso=127.0.0.0/8@*,ldap=127.0.0.0/8@*,ldap=::1/128@*' };
  const stacks = await (process.env.ST0R_JOURNEYS_ON === 'two-nodes'
    ? Promise.all([startTwoNodes(env)])
    : Promise.all([startStack(env), startStack(env)]));
  project.provide(
    'stacks',
    stacks.map(({ url, dataDir, env }) => ({ url, dataDir, env })),
  );
  return async () => void (await Promise.all(stacks.map((stack) => stack.stop())));
}
