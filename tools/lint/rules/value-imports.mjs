/** Nest reads constructor and handler types at run time: a class imported as a type is Object by then. */
export const valueImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { erased: '{{name}} is read by Nest at run time: import it as a value, not as a type.' },
  },
  create(context) {
    const erased = new Set();
    const check = (parameter) => {
      const name = typeNameOf(parameter);
      if (erased.has(name)) context.report({ node: parameter, messageId: 'erased', data: { name } });
    };
    return {
      ImportDeclaration(node) {
        for (const each of node.specifiers) {
          if (node.importKind === 'type' || each.importKind === 'type') erased.add(each.local.name);
        }
      },
      'ClassDeclaration[decorators.length>0] > ClassBody > MethodDefinition[kind="constructor"]'(node) {
        node.value.params.filter((each) => !isNamed(each)).forEach(check);
      },
      'ClassDeclaration > ClassBody > MethodDefinition[decorators.length>0]'(node) {
        node.value.params.filter(isBodyOrArgs).forEach(check);
      },
    };
  },
};

function typeNameOf(parameter) {
  const bare = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const type = (bare.left ?? bare).typeAnnotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' ? type.typeName.name : undefined;
}

/** `@Inject(TOKEN)`, or a decorator of ours made from it, names the provider itself; its type may be an interface. */
function isNamed(parameter) {
  return decoratorNames(parameter).some((name) => name?.startsWith('Inject'));
}

/** What Nest validates and transforms by class; other parameters carry values it only hands over. */
function isBodyOrArgs(parameter) {
  return decoratorNames(parameter).some((name) => ['Body', 'Query', 'Param', 'Args'].includes(name));
}

function decoratorNames(parameter) {
  return (parameter.decorators ?? []).map(({ expression }) => (expression.callee ?? expression).name);
}
