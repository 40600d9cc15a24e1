import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestRow } from './request-row';
import { RequestSpool, type Segment } from './request-spool';

const row = (n: number): RequestRow => ({
  id: `row-${n}`,
  organisationId: 'o',
  keyId: 'k',
  occurredAt: '2026-11-20T10:00:00.000Z',
  method: 'GET',
  endpoint: '/api/v1/assets/:id',
  status: 200,
  bytes: 10,
  milliseconds: 3,
  ip: '192.0.2.1',
  requestId: `r-${n}`,
});
const idsIn = (segments: readonly Segment[]): string[] =>
  segments.flatMap(({ path }) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as RequestRow).id),
  );

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the spool of requests', () => {
  it('keeps rows in their order over many files, and forgets them when told', async () => {
    const spool = new RequestSpool(folder);
    spool.append(row(1));
    spool.append(row(2));
    await spool.seal();
    spool.append(row(3));
    const segments = await spool.seal();
    expect(idsIn(segments)).toEqual(['row-1', 'row-2', 'row-3']);
    for (const segment of segments) await spool.remove(segment);
    expect(readdirSync(folder)).toEqual([]);
    expect(await spool.seal()).toEqual([]);
  });

  it('loses nothing when its process is killed: what was appended is found by the next one, once', async () => {
    const killed = new RequestSpool(folder);
    for (let n = 0; n < 50; n += 1) killed.append(row(n));
    const [next, another] = [new RequestSpool(folder), new RequestSpool(folder)];
    expect(await next.seal()).toEqual([]);
    next.adopt();
    another.adopt();
    const found = [...idsIn(await next.seal()), ...idsIn(await another.seal())];
    expect(found).toEqual(Array.from({ length: 50 }, (_, n) => `row-${n}`));
  });

  it('leaves the file of a living process alone, and takes one that nobody touched for a minute', () => {
    const spool = new RequestSpool(folder);
    spool.append(row(1));
    const [name = ''] = readdirSync(folder);
    const elsewhere = name.replace(/_[^_]+$/, '_another-host.1.abcdef00.open');
    renameSync(join(folder, name), join(folder, elsewhere));
    const other = new RequestSpool(folder);
    other.adopt();
    expect(readdirSync(folder)).toEqual([elsewhere]);
    const long = new Date(Date.now() - 61_000);
    utimesSync(join(folder, elsewhere), long, long);
    other.adopt();
    expect(readdirSync(folder)[0]).toMatch(/\.ready$/);
  });

  it('says that it is full, also to the process that finds it so, until something is taken out', async () => {
    const spool = new RequestSpool(folder, 300);
    spool.append(row(1));
    expect(spool.full).toBe(false);
    spool.append(row(2));
    expect(spool.full).toBe(true);
    expect(new RequestSpool(folder, 300).full).toBe(true);
    for (const segment of await spool.seal()) await spool.remove(segment);
    expect(spool.full).toBe(false);
  });

  it('keeps in mind what the disk refused, lets nobody in meanwhile, and writes it when the disk is back', async () => {
    const spool = new RequestSpool(join(folder, 'disk'));
    rmSync(join(folder, 'disk'), { recursive: true });
    spool.append(row(1));
    spool.append(row(2));
    expect(spool.full).toBe(true);
    const back = new RequestSpool(join(folder, 'disk'));
    expect(back.full).toBe(false);
    expect(spool.full).toBe(false);
    expect(idsIn(await spool.seal())).toEqual(['row-1', 'row-2']);
  });
});
