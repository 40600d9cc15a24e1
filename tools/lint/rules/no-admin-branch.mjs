import { pathInRepo } from '../places.mjs';

const FLAGS = ['platformAdmin', 'isPlatformAdmin'];
const ALLOWED = /^apps\/api\/(?:test|src\/(?:modules\/(?:auth|orgs|access)|platform\/authorize))\//;

/** A platform administrator has no organisation data: nobody but the named places may ask for the flag. */
export const noAdminBranch = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { branch: 'No superuser branch: ask for a permission with @Authorize or a policy, never for {{flag}}.' },
  },
  create(context) {
    const here = pathInRepo(context.filename);
    if (!here.startsWith('apps/api/') || ALLOWED.test(here)) return {};
    const report = (node, flag) =>
      FLAGS.includes(flag) && context.report({ node, messageId: 'branch', data: { flag } });
    return {
      MemberExpression(node) {
        const written = node.parent.type === 'AssignmentExpression' && node.parent.left === node;
        if (!written) report(node, node.computed ? node.property.value : node.property.name);
      },
      'ObjectPattern > Property': (node) => report(node, node.key.name),
    };
  },
};
