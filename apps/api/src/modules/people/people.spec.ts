import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAUGHTY } from '../../../test/fixtures/naughty';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;
let both: Person;
let reader: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']] });
  both = await world.person({
    roles: [
      [acme, 'technician'],
      [globex, 'technician'],
    ],
  });
  reader = await world.person({ roles: [[acme, 'auditor']] });
});
afterAll(() => world.close());

describe('sites', () => {
  it('keep address, hours, time zone and place as they were typed', async () => {
    const res = await tech.post('/sites', {
      organisationId: acme.id,
      name: 'Head office',
      type: 'warehouse',
      city: 'Köln',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      latitude: 50.94,
      longitude: 6.96,
      openingHours: {
        friday: [{ from: '13:00', to: '15:00' }],
        monday: [
          { from: '13:00', to: '24:00' },
          { from: '09:00', to: '12:30' },
        ],
        sunday: [],
      },
      notes: ' two lines\nas typed ',
    });
    expect(res.status).toBe(201);
    expect(res.body).toMatchObject({
      status: 'active',
      latitude: 50.94,
      longitude: 6.96,
      notes: ' two lines\nas typed ',
    });
    expect(Object.keys(res.body.openingHours)).toEqual(['monday', 'friday']);
    expect(res.body.openingHours.monday[0]).toEqual({ from: '09:00', to: '12:30' });
    expect(res.body.can).toEqual({ update: true, archive: true });
    const list = await tech.get('/sites?city=K%C3%B6ln');
    expect(list.body.data.map((site: { id: string }) => site.id)).toEqual([res.body.id]);
  });

  it.each([
    [{ timeZone: 'Mars/Base' }, '/timeZone', 'time_zone'],
    [{ timeZone: '+01:00' }, '/timeZone', 'time_zone'],
    [{ openingHours: { caturday: [] } }, '/openingHours/caturday', 'unknown'],
    [{ openingHours: { monday: [{ from: '9', to: '17:00' }] } }, '/openingHours/monday/0', 'slot'],
    [{ openingHours: { monday: [{ from: '17:00', to: '09:00' }] } }, '/openingHours/monday/0', 'reversed'],
    [
      {
        openingHours: {
          monday: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '13:00' },
          ],
        },
      },
      '/openingHours/monday',
      'overlap',
    ],
    [{ latitude: 91 }, '/latitude', 'too_big'],
    [{ country: 'Germany' }, '/country', 'too_long'],
    [{ type: 'castle' }, '/type', 'choice'],
    [{ colour: 'red' }, '/colour', 'unknown'],
  ])('refuse %j and say where', async (wrong, pointer, code) => {
    const res = await tech.post('/sites', { organisationId: acme.id, name: 'x', ...wrong });
    expect(res.status).toBe(400);
    expect(res.body.errors[0]).toMatchObject({ pointer, code });
  });

  it('are written only by those who may', async () => {
    const res = await reader.post('/sites', { organisationId: acme.id, name: 'x' });
    expect([res.status, res.body.code]).toEqual([403, 'permission.missing']);
  });
});

describe('contacts', () => {
  it('make the name from its parts and file it by the last name', async () => {
    const res = await tech.post('/contacts', {
      organisationId: acme.id,
      firstName: 'Anna',
      lastName: 'Meier',
      email: 'anna@acme.example',
      billing: true,
      phones: [
        { number: '+49 (0)221 12 34', extension: '56' },
        { kind: 'mobile', number: '0171/555' },
      ],
      tags: ['vip'],
    });
    expect(res.status).toBe(201);
    expect(res.body).toMatchObject({
      name: 'Anna Meier',
      sortName: 'Meier, Anna',
      primary: false,
      billing: true,
      technical: false,
      phones: [
        { kind: 'work', number: '+49 (0)221 12 34', extension: '56' },
        { kind: 'mobile', number: '0171/555', extension: null },
      ],
    });
    const found = await tech.get(`/contacts?phone=${encodeURIComponent('0049 221 1234')}`);
    expect(found.body.data.map((contact: { id: string }) => contact.id)).toEqual([res.body.id]);
    expect((await world.events({ targetId: res.body.id }))[0]).toMatchObject({
      action: 'contact.created',
      actor_id: tech.id,
    });
  });

  it('keep a reading that somebody typed when the name changes', async () => {
    const { body } = await tech.post('/contacts', {
      organisationId: acme.id,
      name: '山田太郎',
      sortName: 'Yamada Taro',
    });
    const res = await tech.patch(`/contacts/${body.id}`, { name: '山田花子' });
    expect(res.body).toMatchObject({ name: '山田花子', sortName: 'Yamada Taro' });
    const made = await tech.post('/contacts', { organisationId: acme.id, firstName: 'Bo', lastName: 'Ek' });
    const renamed = await tech.patch(`/contacts/${made.body.id}`, { lastName: 'Berg' });
    expect(renamed.body).toMatchObject({ name: 'Bo Berg', sortName: 'Berg, Bo' });
  });

  it('tell a change of phones in one event and one version', async () => {
    const { body } = await tech.post('/contacts', {
      organisationId: acme.id,
      name: 'Kim',
      phones: [{ number: '123 456' }],
    });
    const res = await tech.patch(`/contacts/${body.id}`, { phones: [{ number: '789 012' }] });
    expect(res.body).toMatchObject({ version: 2, phones: [{ number: '789 012' }] });
    const events = await world.events({ targetId: body.id });
    expect(events.map((event) => event['action'])).toEqual(['contact.created', 'contact.updated']);
    expect(events[1]?.['changes']).toMatchObject({
      phones: { from: [{ number: '123 456' }], to: [{ number: '789 012' }] },
    });
    const same = await tech.patch(`/contacts/${body.id}`, { phones: [{ number: '789 012' }] });
    expect(same.body.version).toBe(2);
  });

  it.each([
    [{ name: null }, '/name', 'required'],
    [{ name: 'x', email: 'nobody' }, '/email', 'format'],
    [{ name: 'x', phones: [{ number: 'call me' }] }, '/phones/0/number', 'format'],
    [{ name: 'x', phones: [{ kind: 'pager', number: '12345' }] }, '/phones/0/kind', 'choice'],
    [{ name: 'x'.repeat(256) }, '/name', 'too_long'],
  ])('refuse %j and say where', async (wrong, pointer, code) => {
    const res = await tech.post('/contacts', { organisationId: acme.id, ...wrong });
    expect(res.status).toBe(400);
    expect(res.body.errors[0]).toMatchObject({ pointer, code });
  });

  it('cannot stand at a site of another organisation', async () => {
    const site = await both.post('/sites', { organisationId: globex.id, name: 'Globex HQ' });
    const res = await both.post('/contacts', { organisationId: acme.id, name: 'x', siteId: site.body.id });
    expect(res.status).toBe(404);
    expect(res.body.errors[0].pointer).toBe('/siteId');
    const contact = await tech.post('/contacts', { organisationId: acme.id, name: 'Cross' });
    await expect(
      world.sql('UPDATE contact SET site_id = ? WHERE id = ?', [site.body.id, contact.body.id]),
    ).rejects.toThrow(/foreign key/i);
  });

  it('are not there for people of other organisations', async () => {
    const { body } = await both.post('/contacts', { organisationId: globex.id, name: 'Hidden' });
    expect((await tech.get(`/contacts/${body.id}`)).status).toBe(404);
    expect((await tech.patch(`/contacts/${body.id}`, { name: 'x' })).status).toBe(404);
    expect((await tech.get(`/contacts/${body.id}/elsewhere`)).status).toBe(404);
    expect((await tech.post('/contacts', { organisationId: globex.id, name: 'x' })).status).toBe(404);
  });
});

describe('one person at several clients', () => {
  it('has a record in each, seen only by those who may see that client', async () => {
    const { body } = await tech.post('/contacts', {
      organisationId: acme.id,
      name: 'Shared Sam',
      phones: [{ number: '555 123' }],
    });
    const attached = await both.post(`/contacts/${body.id}/attach`, { organisationId: globex.id, title: 'Adviser' });
    expect(attached.status).toBe(201);
    expect(attached.body).toMatchObject({
      organisationId: globex.id,
      personId: body.personId,
      name: 'Shared Sam',
      title: 'Adviser',
      phones: [{ number: '555 123' }],
    });
    const elsewhere = await both.get(`/contacts/${body.id}/elsewhere?org=${acme.slug}`);
    expect(elsewhere.body.map((contact: { id: string }) => contact.id)).toEqual([attached.body.id]);
    expect((await tech.get(`/contacts/${body.id}/elsewhere`)).body).toEqual([]);
    const again = await both.post(`/contacts/${body.id}/attach`, { organisationId: globex.id });
    expect([again.status, again.body.code]).toEqual([409, 'contact.attached']);
    expect((await world.events({ targetId: attached.body.id }))[0]?.['action']).toBe('contact.created');
  });

  it('needs the right to write contacts on both sides', async () => {
    const { body } = await tech.post('/contacts', { organisationId: acme.id, name: 'Only Acme' });
    expect((await tech.post(`/contacts/${body.id}/attach`, { organisationId: globex.id })).status).toBe(404);
    const readsAcme = await world.person({
      roles: [
        [acme, 'auditor'],
        [globex, 'technician'],
      ],
    });
    expect((await readsAcme.post(`/contacts/${body.id}/attach`, { organisationId: globex.id })).status).toBe(403);
  });
});

describe('GraphQL', () => {
  it('shows the same contact with the same phones', async () => {
    const { body } = await tech.post('/contacts', {
      organisationId: acme.id,
      name: 'Graph',
      phones: [{ number: '42 42 42' }],
    });
    const res = await tech.graphql('query($id: ID!) { contact(id: $id) { name sortName phones { kind number } } }', {
      id: body.id,
    });
    expect(res.body.data.contact).toEqual({
      name: 'Graph',
      sortName: 'Graph',
      phones: [{ kind: 'work', number: '42 42 42' }],
    });
  });
});

describe('naughty strings', () => {
  it('come back byte for byte from every text field of contacts and sites', async () => {
    for (const text of NAUGHTY) {
      const clean = text.trim();
      const short = [...clean].slice(0, 32).join('').trim();
      const person = {
        name: clean,
        sortName: clean,
        firstName: clean,
        lastName: clean,
        title: clean,
        department: clean,
      };
      const contact = { ...person, notes: text, tags: [short] };
      const site = {
        name: clean,
        street: clean,
        street2: clean,
        postalCode: short,
        city: clean,
        state: clean,
        phone: short,
      };
      const made = [
        await tech.post('/contacts', { organisationId: acme.id, ...contact }),
        await tech.post('/sites', { organisationId: acme.id, ...site, notes: text }),
      ];
      expect([text, ...made.map((res) => res.status)]).toEqual([text, 201, 201]);
      expect((await tech.get(`/contacts/${made[0]?.body.id}`)).body).toMatchObject(contact);
      expect((await tech.get(`/sites/${made[1]?.body.id}`)).body).toMatchObject({ ...site, notes: text });
    }
  });
});
