import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Unavailable } from '../../../../platform/errors';
import type { PasswordPlaces } from '../../../auth';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { ExternalSignIn } from '../../entering/external-sign-in';
import { Refusals } from '../../entering/refusals';
import { SsoRefused } from '../../entering/sso-refused';
import { isAway } from '../directory/directories';
import { PersonProofs } from '../people/person-proof';

/** What signing in asks a directory for. */
export type PasswordPlace = NonNullable<Awaited<ReturnType<PasswordPlaces['of']>>>;

/** Lets people in by their password in a directory. */
@Injectable()
export class DirectoryEntrance {
  constructor(
    private readonly proofs: PersonProofs,
    private readonly signIn: ExternalSignIn,
    private readonly refusals: Refusals,
  ) {}

  at(connection: SignInConnectionEntity, decides: boolean): PasswordPlace {
    return {
      decides,
      enter: (login, password, reply) => this.enter(connection, { login, password }, reply),
      keepTime: () => this.answered(connection, this.proofs.keepTime(connection)).then(() => undefined),
    };
  }

  private enter(
    connection: SignInConnectionEntity,
    { login, password }: { login: string; password: string },
    reply: FastifyReply,
  ): ReturnType<PasswordPlace['enter']> {
    const entering = this.proofs
      .prove(connection, login, password)
      .then(({ proof }) => this.signIn.enter(connection, proof, reply));
    return this.answered(connection, entering);
  }

  /** Undefined for whoever is refused. Why is in the audit log; the person reads the same as for a wrong password. */
  private async answered<T>(connection: SignInConnectionEntity, work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      await this.refusals.note(connection, error);
      if (!isAway(error)) return undefined;
      throw new Unavailable(
        'connection.away',
        'The directory that knows your password does not answer right now. Try again later, or tell your administrator the number below.',
      );
    }
  }
}
