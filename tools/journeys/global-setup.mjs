import { clearLeftovers } from '../mariadb/scratch.mjs';
import { startStack } from './stack.mjs';
import { startTwoNodes } from './two-nodes.mjs';

/**
 * One running product for all journeys; each journey works in organisations of its own.
 * ST0R_JOURNEYS_ON=two-nodes drives two nodes and two workers behind the shipped nginx instead.
 * `inject('stack')` answers { url, dataDir, env }: the setup link comes from `operatorCommand(['setup-link'], env)`.
 */
export default async function setup(project) {
  await clearLeftovers();
  // The providers of the journeys listen on loopback, which is closed otherwise.
  const env = { OUTGOING_ALLOWED_CIDRS: 'sso=127.0.0.0/8@*,ldap=127.0.0.0/8@*,ldap=::1/128@*' };
  const stack = process.env.ST0R_JOURNEYS_ON === 'two-nodes' ? await startTwoNodes(env) : await startStack(env);
  project.provide('stack', { url: stack.url, dataDir: stack.dataDir, env: stack.env });
  return () => stack.stop();
}
