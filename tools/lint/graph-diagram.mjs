/** The module graph as a mermaid flowchart, arrows pointing from the importer to the imported. */
export function diagramOf(graph) {
  const lines = Object.entries(graph).flatMap(([from, neighbours]) =>
    neighbours.length ? neighbours.map((to) => `  ${from} --> ${to}`) : [`  ${from}`],
  );
  return ['flowchart TD', ...lines].join('\n');
}
