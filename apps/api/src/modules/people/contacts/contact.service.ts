import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { organisationsWith } from '../../../platform/context';
import { Conflict, NotFound } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { namesOf, renamed } from './contact-name';
import { ContactPhones } from './contact-phones';
import type { ContactAttachDto, ContactCreateDto, ContactUpdateDto } from './contact.dto';
import type { ContactEntity } from './contact.entity';
import { contactResource } from './contact.resource';

type Row = Record<string, unknown>;
const ALWAYS_SET = ['primary', 'billing', 'technical'];

/** Contacts of clients. One human being may be a contact of several clients, each with a record of its own. */
@Injectable()
export class ContactService extends ResourceService<ContactEntity> {
  constructor(
    house: ResourceHouse,
    private readonly phones: ContactPhones,
  ) {
    super(contactResource, house);
  }

  override async create(input: ContactCreateDto): Promise<object> {
    const { phones, ...fields } = input;
    await this.house.refs.check(fields, this.resource.refs, input.organisationId);
    return this.add({ ...fields, personId: uuid7() } as Partial<ContactEntity>, phones ?? []);
  }

  override async update(id: string, patch: ContactUpdateDto, version?: number): Promise<object> {
    const { phones, ...fields } = patch;
    const row = await this.forWrite(id, 'update');
    await this.house.refs.check(fields, this.resource.refs, row.organisationId);
    const changes = { ...keepAlwaysSet(fields, ALWAYS_SET), ...renamed(row, fields) };
    const told = phones === undefined ? undefined : await this.phones.replace(row, phones ?? []);
    const parts = told ? { phones: told } : undefined;
    return this.show(
      await this.repository.updateWhole(row, changes as Partial<ContactEntity>, { expected: version, parts }),
    );
  }

  /** Makes the person a contact of another organisation as well; the new record lives its own life. */
  async attach(id: string, { organisationId, title, siteId }: ContactAttachDto): Promise<object> {
    const source = await this.forWrite(id, 'update');
    if (!this.house.context.scope.includes(organisationId)) throw new NotFound('organisation');
    const known = await this.repository.findOne({ organisationId, personId: source.personId });
    if (known) throw new Conflict('contact.attached', { detail: 'This person is a contact there already.' });
    await this.house.refs.check({ siteId }, this.resource.refs, organisationId);
    const { personId, name, firstName, lastName, sortName, email, otherEmails } = source;
    const shown = (await this.show(source)) as { phones: ContactCreateDto['phones'] };
    const draft = { personId, name, firstName, lastName, sortName, email, otherEmails, organisationId, title, siteId };
    return this.add(draft as Partial<ContactEntity>, shown.phones ?? []);
  }

  /** The same person at other organisations the actor may see. */
  async elsewhere(id: string): Promise<object[]> {
    const { personId } = await this.repository.get(id);
    // The address may name one organisation; the others are exactly what is asked for here.
    this.house.context.limitTo(organisationsWith(this.house.context.actor, 'org.read'));
    const rows = await this.repository.find({ personId }, { order: { createdAt: 'ASC' }, take: 200 });
    return Promise.all(rows.filter((row) => row.id !== id).map((row) => this.show(row)));
  }

  protected override async complete(rows: readonly Row[]): Promise<void> {
    await this.phones.attach(rows);
  }

  protected override computed(): readonly string[] {
    return ['phones'];
  }

  private async add(draft: Partial<ContactEntity>, phones: NonNullable<ContactCreateDto['phones']>): Promise<object> {
    const flags = { primary: false, billing: false, technical: false };
    const row = await this.repository.create({ ...flags, ...keepAlwaysSet(draft, ALWAYS_SET), ...namesOf(draft) });
    await this.phones.add(row, phones);
    return this.show(row);
  }
}
