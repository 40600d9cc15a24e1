import { fieldsOf, type FieldSpec } from '@st0r/dto';
import type { Resource } from '../../src/platform/resource';
import { facesOf } from './faces';
import type { Findings, Stage } from './stage';

type Json = Record<string, unknown>;

/** Lines of free text of a resource: no pattern, and long enough to hold anything. */
export const freeTexts = ({ create }: Resource): FieldSpec[] =>
  fieldsOf(create ?? class {}).filter(
    (spec) => spec.kind === 'text' && !spec.list && !spec.pattern && (spec.max ?? 0) >= 255,
  );

const points = (text: string): number => [...text].length;

/** What the documented rules make of a text: outer white space is cut where the property says so. */
const kept = (text: string, spec: FieldSpec): string => (spec.trim ? text.trim() : text);

/** Events keep the first 500 characters of a value and an ellipsis. */
const shortened = (got: unknown, want: string): boolean =>
  points(want) > 500 && got === `${[...want].slice(0, 500).join('')}…`;

/** Each string comes back as it went in, byte by byte, alone, in a list and in its event, over both faces. */
export async function stringsComeBack(stage: Stage, resource: Resource, strings: readonly string[]): Promise<Findings> {
  const specs = freeTexts(resource);
  const findings: Findings = [];
  const [rest, graphql] = facesOf(stage.keeper);
  const fitting = strings.filter((text) => text.isWellFormed() && !text.includes('\u0000') && text.trim() !== '');
  for (const [at, text] of fitting.entries()) {
    const sent: Json = Object.fromEntries(
      specs.filter((spec) => points(text) <= (spec.max ?? 0)).map((spec) => [spec.name, text]),
    );
    const body: Json = { organisationId: stage.acme.id, name: 'Long', ...sent };
    const [writing, reading] = at % 2 === 0 ? [rest, graphql] : [graphql, rest];
    const made = await writing.create(resource, body);
    const id = String((made.data as Json | undefined)?.['id']);
    const back = (await reading.get(resource, id)).data as Json | undefined;
    const [event] = (await stage.world.events({ targetId: id })) as { changes: Record<string, { to: unknown }> }[];
    for (const spec of specs.filter((one) => one.name in sent)) {
      const want = kept(text, spec);
      for (const [where, got] of [
        ['answer', (made.data as Json | undefined)?.[spec.name]],
        ['record', back?.[spec.name]],
        ['event', event?.changes[spec.name]?.to],
      ])
        if (got !== want && !(where === 'event' && shortened(got, want)))
          findings.push(
            `${resource.noun}.${spec.name} ${JSON.stringify(text)}: ${String(where)} has ${JSON.stringify(got)}`,
          );
    }
  }
  return findings;
}

/** Finds by exact filter exactly the record that bears a text, however it looks. */
export async function stringsAreFound(stage: Stage, resource: Resource, strings: readonly string[]): Promise<Findings> {
  const findings: Findings = [];
  for (const text of strings.filter(
    (one) => one.length <= 500 && !/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(one),
  )) {
    const query = `name[eq]=${encodeURIComponent(`"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)}&limit=200`;
    const { status, body } = await stage.keeper.get(`/${resource.path}?org=${stage.acme.slug}&${query}`);
    const names = ((body.data ?? []) as Json[]).map((row) => row['name']);
    if (status !== 200 || !names.includes(text.trim()))
      findings.push(`${JSON.stringify(text)}: ${status} ${JSON.stringify(names).slice(0, 200)}`);
  }
  return findings;
}
