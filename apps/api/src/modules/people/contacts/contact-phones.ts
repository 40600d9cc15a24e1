import { Injectable } from '@nestjs/common';
import { ResourceHouse } from '../../../platform/resource';
import type { ContactPhoneInputDto } from './contact.dto';
import { ContactPhoneEntity } from './contact-phone.entity';
import { digitsOf } from './phone-digits';

type Shown = Pick<ContactPhoneEntity, 'kind' | 'number' | 'extension'>;
interface Owner {
  id: string;
  organisationId: string;
}

/** The phone numbers of contacts; a contact's list is always replaced as a whole. */
@Injectable()
export class ContactPhones {
  constructor(private readonly house: ResourceHouse) {}

  /** Puts `phones` on plain contact rows, in one statement. */
  async attach(rows: readonly Record<string, unknown>[]): Promise<void> {
    const byContact = await this.of(rows.map((row) => String(row['id'])));
    for (const row of rows) row['phones'] = byContact.get(String(row['id'])) ?? [];
  }

  async add(owner: Owner, phones: readonly ContactPhoneInputDto[]): Promise<void> {
    const drafts = tidy(phones).map((phone, position) => ({
      ...phone,
      position,
      digits: digitsOf(phone.number),
      contactId: owner.id,
      organisationId: owner.organisationId,
    }));
    await this.house.repositories.of(ContactPhoneEntity).createMany(drafts);
  }

  /** Answers what changed, for the contact's event; undefined when nothing did. */
  async replace(
    owner: Owner,
    phones: readonly ContactPhoneInputDto[],
  ): Promise<{ from: Shown[]; to: Shown[] } | undefined> {
    const from = (await this.of([owner.id])).get(owner.id) ?? [];
    const to = tidy(phones);
    if (JSON.stringify(from) === JSON.stringify(to)) return undefined;
    await this.house.repositories.of(ContactPhoneEntity).remove({ contactId: owner.id });
    await this.add(owner, phones);
    return { from, to };
  }

  private async of(ids: readonly string[]): Promise<Map<string, Shown[]>> {
    const found = new Map<string, Shown[]>();
    if (ids.length === 0) return found;
    const rows = await this.house.sql.scoped<Shown & { contactId: string }>(
      `SELECT contact_id AS contactId, kind, number, extension FROM contact_phone WHERE organisation_id IN (:scope) AND contact_id IN (${ids.map(() => '?').join(', ')}) ORDER BY contact_id, position`,
      ids,
    );
    for (const { contactId, kind, number, extension } of rows)
      found.set(contactId, [...(found.get(contactId) ?? []), { kind, number, extension }]);
    return found;
  }
}

function tidy(phones: readonly ContactPhoneInputDto[]): Shown[] {
  return phones.map(({ kind, number, extension }) => ({ kind: kind ?? 'work', number, extension: extension ?? null }));
}
