import { openField, unwrapKey, VaultOpenError } from '@st0r/crypto';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { JobWorker, Scheduler } from '../../platform/jobs';
import { PlatformKeys } from '../../platform/keys';
import { UnitOfWork } from '../../platform/database';
import { VaultVerifier } from '../vault';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let owner: Person;
let [asker, approver]: Person[] = [];
const made: Record<string, string> = {};
beforeAll(async () => {
  world = await aWorld();
  [acme, other] = [await world.organisation('Acme'), await world.organisation('Other')];
  owner = await world.person({
    roles: [
      [acme, 'owner'],
      [other, 'owner'],
    ],
  });
  asker = await world.person({ platformAdmin: true, name: 'Asker' });
  approver = await world.person({ platformAdmin: true, name: 'Approver' });
  for (const { id } of [acme, other]) {
    const fields = { username: 'root', password: `secret-of-${id}` };
    made[id] = String((await owner.post('/credentials', { organisationId: id, name: 'Firewall', fields })).body.id);
    await owner.patch(`/credentials/${made[id]}`, { fields: { password: `next-${id}` } });
  }
});
afterAll(() => world.close());

const ask = (person = asker!, name = 'Acme') =>
  person.post('/keys/shreddings', { organisationId: acme.id, name, reason: 'Contract ended' });
const act = (person: Person, id: string, verb: string) => person.post(`/keys/shreddings/${id}/${verb}`);
const archive = () => owner.post(`/organisations/${acme.id}/archive`);
const restore = () => owner.post(`/organisations/${acme.id}/restore`);
const everyHour = () =>
  world.inside(() => world.app.get(Scheduler).queue('organisation.shred')).then(() => world.app.get(JobWorker).drain());
const weekLater = () => world.sql('UPDATE shredding SET due_at = due_at - INTERVAL 8 DAY');
const rowsOf = (table: string) =>
  world.sql<Record<string, Buffer>>(`SELECT * FROM ${table} WHERE organisation_id = ?`, [acme.id]);
const verify = () => world.inside(() => world.app.get(UnitOfWork).outside(() => world.app.get(VaultVerifier).verify()));

describe('shredding an organisation', () => {
  it('is asked for by its exact name, only once it is archived, and never by somebody without a fresh proof', async () => {
    expect((await ask()).body).toMatchObject({ status: 409, code: 'shredding.in_use' });
    await archive();
    expect((await ask(asker, 'acme')).body.errors[0]).toMatchObject({ pointer: '/name' });
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    expect((await ask(tired)).body.code).toBe('step_up.required');
    expect((await ask(owner)).status).toBe(403);
    expect((await owner.get('/keys/shreddings')).status).toBe(403);
    expect((await asker!.get('/keys/shreddings')).body).toEqual([]);
  });

  it('takes a second administrator, and then a week', async () => {
    const asked = await ask();
    expect([asked.status, asked.body.state, asked.body.dueAt]).toEqual([201, 'asked', null]);
    expect((await ask(approver)).body.code).toBe('shredding.asked');
    expect((await act(asker!, asked.body.id, 'approve')).body.code).toBe('shredding.own');
    const approved = await act(approver!, asked.body.id, 'approve');
    const days = (Date.parse(approved.body.dueAt) - Date.parse(approved.body.approvedAt)) / 86_400_000;
    expect([approved.body.state, approved.body.approvedName, days]).toEqual(['approved', 'Approver', 7]);
    await everyHour();
    expect((await rowsOf('organisation_key')).every(({ state }) => String(state) === 'active')).toBe(true);
  });

  it('stops when somebody withdraws it, or when the organisation is restored', async () => {
    const [first] = (await asker!.get('/keys/shreddings')).body;
    expect((await act(asker!, first.id, 'withdraw')).body.state).toBe('withdrawn');
    expect((await act(approver!, first.id, 'approve')).body.code).toBe('shredding.ended');
    const again = await ask();
    await act(approver!, again.body.id, 'approve');
    await restore();
    // Archived again before the week is over: what was stopped stays stopped.
    await archive();
    await weekLater();
    await everyHour();
    const found = (await asker!.get('/keys/shreddings')).body.find(({ id }: { id: string }) => id === again.body.id);
    expect(found.state).toBe('withdrawn');
    await restore();
    expect((await rowsOf('organisation_key')).every(({ state }) => String(state) === 'active')).toBe(true);
  });

  it('leaves nothing that opens with all remaining material, and a certificate (V20)', async () => {
    const before = { keys: await rowsOf('organisation_key'), values: await rowsOf('credential_field') };
    await archive();
    const { id } = (await ask()).body;
    await act(approver!, id, 'approve');
    await weekLater();
    await everyHour();
    const after = await rowsOf('organisation_key');
    expect(after.map(({ state }) => String(state))).toEqual(['destroyed', 'destroyed']);
    expect(after.every(({ wrapped, canary }) => [...wrapped!, ...canary!].every((byte) => byte === 0))).toBe(true);
    for (const table of ['credential_field', 'credential_past_field']) expect(await rowsOf(table)).toEqual([]);
    expect(await rowsOf('credential')).toMatchObject([{ reuse_index: null, strength: null }]);
    const certificate = (await world.events({ action: 'organisation.shredded' }))[0];
    expect(certificate).toMatchObject({
      organisation_id: acme.id,
      details: { values: 3, askedName: 'Asker', approvedName: 'Approver', reason: 'Contract ended', backupDays: 35 },
    });
    const hashes = (certificate!['details'] as { keys: { wrapSha256: string }[] }).keys.map((key) => key.wrapSha256);
    expect(hashes.sort()).toEqual(
      before.keys.map((key) => createHash('sha256').update(key['wrapped']!).digest('hex')).sort(),
    );
    // A copy of the sealed values alone: no key that is left opens one.
    const keyring = world.app.get(PlatformKeys).keyring;
    const others = await world.sql<{ purpose: 'vault' | 'idx'; key_version: number; wrapped: Buffer }>(
      "SELECT * FROM organisation_key WHERE state <> 'destroyed'",
    );
    for (const { purpose, key_version: version, wrapped } of others) {
      const key = unwrapKey(keyring, { organisation: other.id, purpose, version }, wrapped);
      for (const value of before.values) {
        const place = {
          organisation: acme.id,
          purpose: 'vault',
          type: 'credential',
          record: String(value['credential_id']),
          field: 'password',
          revision: 2,
        } as const;
        expect(() => openField(key, place, value['blob']!)).toThrow(VaultOpenError);
      }
    }
  });

  it('leaves every other organisation as it was, and the vault says that all is well', async () => {
    const revealed = await owner.post(`/credentials/${made[other.id]}/fields/password/reveal`);
    expect(revealed.body.value).toBe(`next-${other.id}`);
    expect(await verify()).toMatchObject({ ok: true, findings: [], silentKeys: [] });
  });

  it('cannot be undone: the organisation stays archived and gets no other key', async () => {
    expect((await restore()).body.code).toBe('organisation.shredded');
    const written = await owner.patch(`/credentials/${made[acme.id]}`, { fields: { password: 'again' } });
    expect([written.status, written.body.code]).toEqual([409, 'organisation.shredded']);
    expect((await owner.post(`/credentials/${made[acme.id]}/fields/password/reveal`)).status).toBe(404);
    const [shredded] = (await asker!.get('/keys/shreddings')).body;
    const days = (Date.parse(shredded.copiesUntil) - Date.parse(shredded.endedAt)) / 86_400_000;
    expect([shredded.state, days]).toEqual(['done', 35]);
  });
});
