import { namesOf, onImports } from '../imports.mjs';

/** forwardRef hides a circle between providers; the circle is the fault. */
export const noForwardRef = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      circle: 'forwardRef hides a circle: let one side listen to an event, or move what both need below them.',
    },
  },
  create(context) {
    return onImports((specifier, node) => {
      if (specifier !== '@nestjs/common' || node.type !== 'ImportDeclaration') return;
      if (namesOf(node).includes('forwardRef')) context.report({ node, messageId: 'circle' });
    });
  },
};
