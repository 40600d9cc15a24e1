import { GraphQLError, Kind, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';

/** Aliases, root fields, directives and size of one document; depth is Mercurius' own `queryDepth`. */
const LIMITS = { aliases: 15, rootFields: 5, directives: 10, selections: 1000 } as const;

function limit(name: keyof typeof LIMITS, count: (add: () => void) => ASTVisitor): ValidationRule {
  return (context: ValidationContext) => {
    let seen = 0;
    return count(() => {
      seen += 1;
      if (seen === LIMITS[name] + 1)
        context.reportError(new GraphQLError(`At most ${LIMITS[name]} ${name} in one request.`));
    });
  };
}

/** Validation rules that bound what one request may ask. */
export const LIMIT_RULES: readonly ValidationRule[] = [
  limit('aliases', (add) => ({ Field: (node) => void (node.alias && add()) })),
  limit('directives', (add) => ({ Directive: () => add() })),
  limit('selections', (add) => ({ Field: () => add() })),
  limit('rootFields', (add) => ({
    OperationDefinition: (node) => node.selectionSet.selections.forEach((one) => one.kind === Kind.FIELD && add()),
  })),
];
