import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Conflict, NotFound } from '../../../platform/errors';
import { SessionEnding } from '../account/session-ending';
import { SecondFactors } from '../factors/second-factors';
import { PasswordPlaces } from '../sign-in/password-places';
import { PasskeyEnrolment } from './passkey-enrolment';
import { PasskeyStore, type PasskeyRow } from './passkey-store';
import type { PasskeyAdditionDto, PasskeyDto } from './passkey.dto';

/** The passkeys of one's own account. A new or a removed one ends all other sessions. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly context: RequestContext,
    private readonly store: PasskeyStore,
    private readonly enrolment: PasskeyEnrolment,
    private readonly ending: SessionEnding,
    private readonly factors: SecondFactors,
    private readonly places: PasswordPlaces,
  ) {}

  async list(): Promise<PasskeyDto[]> {
    return (await this.store.ofUser(this.context.actor.id)).map(shown);
  }

  async add(input: PasskeyAdditionDto): Promise<PasskeyDto> {
    const id = await this.enrolment.add(input);
    await this.ending.enrolled('passkey', { passkey: input.name });
    return shown(await this.own(id));
  }

  async rename(id: string, name: string): Promise<PasskeyDto> {
    const before = await this.own(id);
    await this.store.rename(id, before.userId, name);
    this.ending.note('user.passkey_renamed', { passkey: name, before: before.name });
    return shown({ ...before, name });
  }

  async remove(id: string): Promise<void> {
    await this.store.hold(this.context.actor.id);
    const { userId, name } = await this.own(id);
    if (await this.factors.needed(userId, id))
      throw new Conflict('passkey.last', {
        detail: 'Your account must keep a second factor. Add another one before you remove this.',
      });
    await this.store.remove(id, userId);
    await this.places.requireWayBack(userId);
    await this.ending.others(userId);
    await this.ending.tell('user.passkey_removed', { passkey: name });
  }

  private async own(id: string): Promise<PasskeyRow> {
    const found = (await this.store.ofUser(this.context.actor.id)).find((one) => one.id === id);
    if (!found) throw new NotFound('passkey');
    return found;
  }
}

function shown({ id, name, synced, createdAt, lastUsedAt }: PasskeyRow): PasskeyDto {
  return { id, name, synced: Number(synced) === 1, createdAt, lastUsedAt };
}
