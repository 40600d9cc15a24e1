import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../../../platform/database';
import { Doorstep } from '../pressure/doorstep';
import { Entrance, type NextStep } from './entrance';
import { PasswordPlaces, type PasswordPlace } from './password-places';
import type { SignInDto, SignInStateDto } from './sign-in.dto';
import { refused, SignIn } from './sign-in.service';
import { PlaceTrials } from './place-trials';

/** The first step of signing in: name and password, checked here or in a directory. */
@Injectable()
export class FirstStep {
  constructor(
    private readonly signIn: SignIn,
    private readonly entrance: Entrance,
    private readonly places: PasswordPlaces,
    private readonly trials: PlaceTrials,
    private readonly work: UnitOfWork,
    private readonly doorstep: Doorstep,
  ) {}

  async take({ email, password, work }: SignInDto, reply: FastifyReply): Promise<SignInStateDto> {
    await this.doorstep.admit(email, work);
    const place = await this.places.of(email);
    const state = place?.decides
      ? await this.elsewhere(place, { email, password }, reply)
      : await this.here(place, { email, password }, reply);
    return { state };
  }

  /** No transaction is held while a directory is asked: one that hangs would hold up everybody else's. */
  private async elsewhere(
    place: PasswordPlace,
    { email, password }: SignInDto,
    reply: FastifyReply,
  ): Promise<NextStep> {
    const step = await this.trials.run(email, () => place.enter(email, password, reply));
    if (!step) throw refused();
    return step;
  }

  private async here(
    place: PasswordPlace | undefined,
    { email, password }: SignInDto,
    reply: FastifyReply,
  ): Promise<NextStep> {
    const waits = place ? await this.signIn.waits(email) : false;
    try {
      return await this.work.run(async () => {
        const person = await this.signIn.password(email, password);
        return this.entrance.proceed(person, { amr: ['pwd'] }, reply);
      });
    } catch (error) {
      // Nor is the directory asked about its own people while they wait.
      if (!waits) await place?.keepTime();
      throw error;
    }
  }
}
