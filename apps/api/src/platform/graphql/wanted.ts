import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** What a resolver is told about the query around it. */
export interface QueryInfo {
  readonly fieldNodes: readonly FieldNode[];
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** The fields a query asks of each record; `ways` lead from the resolved field down to the record. */
export function wantedFields(info: QueryInfo, ways: readonly (readonly string[])[] = [[]]): ReadonlySet<string> {
  const top = info.fieldNodes.flatMap((node) => below(node.selectionSet, info));
  const records = ways.flatMap((way) =>
    way.reduce(
      (nodes, name) =>
        nodes.filter((node) => node.name.value === name).flatMap((node) => below(node.selectionSet, info)),
      top,
    ),
  );
  return new Set(records.map((node) => node.name.value));
}

function below(set: SelectionSetNode | undefined, info: QueryInfo): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => fieldsOf(selection, info));
}

function fieldsOf(selection: SelectionNode, info: QueryInfo): FieldNode[] {
  if (selection.kind === Kind.FIELD) return [selection];
  const inside =
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection.selectionSet
      : info.fragments[selection.name.value]?.selectionSet;
  return below(inside, info);
}
