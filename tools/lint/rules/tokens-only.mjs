const HEX = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\w-])/i;
const COLOUR = new RegExp(`${HEX.source}|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\(`, 'i');
const WHOLE_COLOUR = new RegExp(`^(?:${COLOUR.source})`, 'i');
const PIXELS = /(?<![\w.-])-?(?!0+px)\d*\.?\d+px\b/i;

/** Attributes whose value may look like a colour and is none: an anchor such as #add, an id, a link. */
const NOT_COLOURS = ['href', 'to', 'id', 'htmlFor', 'xlinkHref'];
const UNITLESS = /^(?:opacity|zIndex|flex\w*|order|lineHeight|fontWeight|grid\w+|aspectRatio|zoom|scale|--.*)$/;

/** In features colours and sizes come from the tokens, so both themes and every density stay right. */
export const tokensOnly = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      colour: 'A colour literal breaks one of the themes: use a token of @st0r/ui.',
      pixels: 'A pixel literal ignores density and zoom: use a spacing token or class of @st0r/ui.',
    },
  },
  create(context) {
    const css = /\.css/.test(context.filename);
    const check = (node, text) => {
      if (typeof text !== 'string' || isLink(node)) return;
      if ((css || inStyle(node) ? COLOUR : WHOLE_COLOUR).test(text)) context.report({ node, messageId: 'colour' });
      if (PIXELS.test(text)) context.report({ node, messageId: 'pixels' });
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked),
      'JSXAttribute[name.name="style"] Property > Literal.value'(node) {
        const sized = typeof node.value === 'number' && node.value !== 0;
        if (sized && !UNITLESS.test(node.parent.key.name ?? node.parent.key.value)) {
          context.report({ node, messageId: 'pixels' });
        }
      },
    };
  },
};

/**
 * Lets the rule read a stylesheet: the text becomes one template literal, so line numbers stay.
 * Comments are blanked, since a colour named in a sentence paints nothing.
 */
export const cssAsText = {
  meta: { name: 'css-as-text' },
  supportsAutofix: false,
  preprocess(text) {
    const bare = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    return [{ text: `export default \`${bare.replace(/[\\`$]/g, ' ')}\`;\n`, filename: 'sheet.js' }];
  },
  postprocess: (messages) => messages.flat(),
};

function isLink(node) {
  return node.parent?.type === 'JSXAttribute' && NOT_COLOURS.includes(node.parent.name.name);
}

function inStyle(node) {
  for (let at = node; at; at = at.parent) {
    if (at.type === 'JSXAttribute') return at.name.name === 'style';
  }
  return false;
}
