import { fieldsOf, type FieldSpec } from '@st0r/dto';
import { ownershipOf } from '../../src/platform/database';
import type { Resource } from '../../src/platform/resource';
import { facesOf } from './faces';
import type { Findings, Stage } from './stage';

type Json = Record<string, unknown>;

/** Lines of free text of a resource: no pattern, and at least so many characters long; 255 hold anything. */
export const freeTexts = ({ create }: Resource, atLeast = 255): FieldSpec[] =>
  fieldsOf(create ?? class {}).filter(
    (spec) => spec.kind === 'text' && !spec.list && !spec.pattern && (spec.max ?? 0) >= atLeast,
  );

const points = (text: string): number => [...text].length;

/** What the documented rules make of a text: outer white space is cut where the property says so. */
const kept = (text: string, spec: FieldSpec): string => (spec.trim ? text.trim() : text);

/** Events keep the first 500 characters of a value and an ellipsis. */
const shortened = (got: unknown, want: string): boolean =>
  points(want) > 500 && got === `${[...want].slice(0, 500).join('')}…`;

/** Each string comes back as it went in, byte by byte, in the answer, the record and its event, over both faces. */
export async function stringsComeBack(stage: Stage, resource: Resource, strings: readonly string[]): Promise<Findings> {
  const specs = freeTexts(resource);
  const [rest, graphql] = facesOf(stage.keeper);
  const fitting = strings.filter((text) => text.isWellFormed() && !text.includes('\u0000') && text.trim() !== '');
  const sent: { text: string; made: Json; back: Json }[] = [];
  for (const [at, text] of fitting.entries()) {
    const held = specs.filter((spec) => points(text) <= (spec.max ?? 0)).map((spec) => [spec.name, text]);
    const [writing, reading] = at % 2 === 0 ? [rest, graphql] : [graphql, rest];
    const body = { organisationId: stage.acme.id, name: 'Long', ...Object.fromEntries(held) } as Json;
    const made = ((await writing.create(resource, body)).data ?? {}) as Json;
    const back = ((await reading.get(resource, String(made['id']))).data ?? {}) as Json;
    sent.push({ text, made, back });
  }
  const told = await createdEvents(stage, resource);
  return sent.flatMap(({ text, made, back }) =>
    specs
      .filter((spec) => points(text) <= (spec.max ?? 0))
      .flatMap((spec) => {
        const want = kept(text, spec);
        const event = told.get(String(made['id']))?.[spec.name]?.to;
        const wrong: [string, unknown][] = [];
        if (made[spec.name] !== want) wrong.push(['answer', made[spec.name]]);
        if (back[spec.name] !== want) wrong.push(['record', back[spec.name]]);
        if (event !== want && !shortened(event, want)) wrong.push(['event', event]);
        const place = `${resource.noun}.${spec.name} ${JSON.stringify(text)}`;
        return wrong.map(([where, got]) => `${place}: ${where} has ${JSON.stringify(got)}`);
      }),
  );
}

type Told = Record<string, { to: unknown } | undefined>;

async function createdEvents({ world }: Stage, { entity }: Resource): Promise<Map<string, Told>> {
  const events = await world.events({ action: `${ownershipOf(entity).noun}.created` });
  return new Map(events.map((event) => [String(event['target_id']), (event['changes'] ?? {}) as Told]));
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
