/**
 * Visitors that call `check(specifier, node)` for every way a file can name another one:
 * import, re-export, dynamic import and `import('x')` in a type.
 */
export function onImports(check) {
  const visit = (node) => {
    const source = node.source ?? node.argument?.literal;
    if (typeof source?.value === 'string') check(source.value, node);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
    TSImportType: visit,
  };
}

/** The names an import or re-export takes from its source; `*` stands for all of them. */
export function namesOf(node) {
  if (!node.specifiers) return ['*'];
  // Re-exports call the foreign name local, imports call it imported; a namespace import has neither.
  return node.specifiers.map((each) => (each.type === 'ExportSpecifier' ? each.local : each.imported)?.name ?? '*');
}
