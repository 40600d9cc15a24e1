import { ownershipOf } from '../../src/platform/database';
import { permissionOf, type Resource } from '../../src/platform/resource';
import type { Answer } from '../caller';
import { aBody, aChange, aRecord } from './records';
import { NOBODY, type Findings, type Stage } from './stage';

type Json = Record<string, unknown>;
type Event = Json & { changes: Json | null };

let requests = 0;
const requestId = (): string => `promise-${(requests += 1).toString().padStart(8, '0')}`;

/** Each verb leaves exactly one event that says who did what to which record, where, and in which request. */
export async function writesLeaveEvents(stage: Stage, resource: Resource): Promise<Findings> {
  const record = await aRecord(stage, resource, stage.acme);
  const id = String(record['id']);
  const change = aChange(resource);
  const { keeper } = stage;
  const path = `/${resource.path}`;
  const acts: [string, string, (headers: Record<string, string>) => Promise<Answer>, string[]][] = [];
  if (resource.create) {
    const body = (await aBody(stage, resource, stage.acme.id)) ?? {};
    acts.push(['create', 'created', (headers) => keeper.post(path, body, headers), own(body)]);
  }
  if (resource.update) {
    const fields = Object.keys(change);
    acts.push(['update', 'updated', (headers) => keeper.patch(`${path}/${id}`, change, headers), fields]);
  }
  if (resource.access.archive)
    acts.push(
      ['archive', 'archived', (headers) => keeper.post(`${path}/${id}/archive`, undefined, headers), []],
      ['restore', 'restored', (headers) => keeper.post(`${path}/${id}/restore`, undefined, headers), []],
    );
  const findings: Findings = [];
  for (const [verb, past, act, fields] of acts) {
    const request = requestId();
    const answer = await act({ 'x-request-id': request });
    if (answer.status >= 400) findings.push(`${verb} ${resource.noun} answered ${answer.status}: ${answer.text}`);
    const target = String(answer.body.id);
    findings.push(...(await missing(stage, resource, { request, target, past, fields })));
  }
  return findings;
}

/** A property given as an id or a plain value is named in the event; nested parts and the organisation need not be. */
const own = (body: Json): string[] =>
  Object.keys(body).filter((key) => key !== 'organisationId' && typeof body[key] !== 'object');

interface Expected {
  request: string;
  target: string;
  past: string;
  fields: string[];
}

async function missing(stage: Stage, resource: Resource, expected: Expected): Promise<Findings> {
  const { noun } = ownershipOf(resource.entity);
  const action = `${noun}.${expected.past}`;
  const all = (await stage.world.events({ targetId: expected.target })) as Event[];
  const found = all.filter((event) => event['request_id'] === expected.request && event['action'] === action);
  if (found.length !== 1) return [`${action}: ${found.length} events of this request instead of one`];
  const [event] = found as [Event];
  const facts: Json = {
    actor_id: stage.keeper.id,
    actor_type: 'user',
    session_id: stage.keeper.sessionId,
    organisation_id: resource.tenant ? stage.acme.id : null,
    target_type: noun,
    outcome: 'success',
  };
  const wrong = Object.entries(facts).filter(([column, value]) => event[column] !== value);
  const silent = expected.fields.filter((field) => !(field in (event.changes ?? {})));
  return [
    ...wrong.map(([column, value]) => `${action}: ${column} is ${String(event[column])} instead of ${String(value)}`),
    ...silent.map((field) => `${action}: does not say that ${field} changed`),
  ];
}

/** A write that is refused leaves no event of the record's kind, whatever refused it. */
export async function refusedWritesLeaveNone(stage: Stage, resource: Resource): Promise<Findings> {
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const path = `/${resource.path}`;
  const { keeper } = stage;
  const acts: [string, () => Promise<Answer>][] = [];
  if (resource.create) acts.push(['create with nothing', () => keeper.post(path, {})]);
  if (resource.create && resource.tenant) {
    const body = await aBody(stage, resource, NOBODY);
    acts.push(['create nowhere', () => keeper.post(path, body)]);
  }
  if (resource.update) {
    const change = aChange(resource);
    acts.push(
      ['update of a stale version', () => keeper.patch(`${path}/${id}`, change, { 'if-match': '"v999"' })],
      ['update of an unknown property', () => keeper.patch(`${path}/${id}`, { nothing: 1 })],
    );
  }
  if (resource.access.archive) acts.push(['archive of nothing', () => keeper.post(`${path}/${NOBODY}/archive`)]);
  if (permissionOf(resource.access.archive)) {
    const bystander = await stage.world.person({ roles: [[stage.acme, 'portal']] });
    acts.push(['archive without permission', () => bystander.post(`${path}/${id}/archive`)]);
  }
  const findings: Findings = [];
  for (const [what, act] of acts) {
    const before = await eventsOf(stage, resource);
    const answer = await act();
    if (answer.status < 400) findings.push(`${what} of ${resource.noun} answered ${answer.status}`);
    if ((await eventsOf(stage, resource)) !== before) findings.push(`${what} of ${resource.noun} left an event`);
  }
  return findings;
}

async function eventsOf(stage: Stage, { entity }: Resource): Promise<number> {
  const [row] = await stage.world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM event WHERE target_type = ?', [
    ownershipOf(entity).noun,
  ]);
  return Number(row?.n);
}

/** While the audit log cannot be written, writes answer 503 and change nothing. */
export async function noEventNoWrite(stage: Stage, resource: Resource): Promise<Findings> {
  const record = await aRecord(stage, resource, stage.acme);
  const id = String(record['id']);
  const body = resource.create && (await aBody(stage, resource, stage.acme.id));
  const path = `/${resource.path}`;
  const { keeper } = stage;
  const acts: [string, () => Promise<Answer>][] = [];
  if (body) acts.push(['create', () => keeper.post(path, body)]);
  if (resource.update) acts.push(['update', () => keeper.patch(`${path}/${id}`, aChange(resource))]);
  if (resource.access.archive) acts.push(['archive', () => keeper.post(`${path}/${id}/archive`)]);
  const before = await contents(stage, resource);
  const findings: Findings = [];
  await withoutAuditLog(stage, async () => {
    for (const [verb, act] of acts) {
      const { status, body: problem } = await act();
      if (status !== 503 || problem.code !== 'audit.unavailable')
        findings.push(`${verb} ${resource.noun} without an audit log answered ${status} ${String(problem.code)}`);
    }
  });
  if ((await contents(stage, resource)) !== before) findings.push(`${resource.noun}: rows changed without an event`);
  return findings;
}

async function contents(stage: Stage, { entity }: Resource): Promise<string> {
  return JSON.stringify(await stage.world.sql(`SELECT * FROM \`${ownershipOf(entity).table}\` ORDER BY id`));
}

/** Takes the application's right to add events away for the time of `work`. */
async function withoutAuditLog({ world }: Stage, work: () => Promise<void>): Promise<void> {
  const { name, application } = world.database;
  const account = `'${application.user}'@'localhost'`;
  const columns = await world.sql<{ name: string }>(
    "SELECT COLUMN_NAME AS name FROM information_schema.column_privileges WHERE table_schema = ? AND table_name = 'event' AND privilege_type = 'INSERT' AND grantee = ?",
    [name, account],
  );
  const rights = `INSERT (${columns.map((column) => column.name).join(', ')})`;
  await world.sql(`REVOKE ${rights} ON \`${name}\`.event FROM ${account}`);
  try {
    await work();
  } finally {
    await world.sql(`GRANT ${rights} ON \`${name}\`.event TO ${account}`);
  }
}
