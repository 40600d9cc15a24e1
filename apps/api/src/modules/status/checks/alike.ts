import type { RunningNode } from '../../../platform/keys';
import { ok, warning, wrong, type Verdict } from '../finding';

type Node = Pick<RunningNode, 'name' | 'version' | 'traits'>;

/** Whether all nodes have what they must have in common; who is alone with something is named, and with what. */
export function alike(nodes: readonly Node[]): Verdict {
  const odd = nodes.flatMap((node) => {
    const traits = Object.keys(node.traits).filter((name) => node.traits[name] !== usual(nodes, name));
    return traits.length > 0 ? [`${node.name} has its own ${traits.join(', ')}`] : [];
  });
  if (odd.length > 0)
    return wrong(`${odd.join('; ')}. Give every node the same secrets, settings and files, and start it again.`);
  const versions = [...new Set(nodes.map(({ version }) => version ?? 'an older release'))];
  if (versions.length > 1)
    return warning(`They run ${versions.sort().join(' and ')}: bring the others to the newer release as well.`);
  return ok(nodes.length > 1 ? `All ${nodes.length} processes have the same.` : 'There is one process.');
}

/** What most have; of equally many, the one that has run longest. */
function usual(nodes: readonly Node[], name: string): string | undefined {
  const values = nodes.flatMap(({ traits }) => traits[name] ?? []);
  const count = (value: string): number => values.filter((one) => one === value).length;
  return values.toSorted((a, b) => count(b) - count(a))[0];
}
