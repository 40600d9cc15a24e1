import { Injectable } from '@nestjs/common';
import { customerBlock } from '@st0r/net';
import { RequestContext } from '../../../platform/context';
import { DomainError } from '../../../platform/errors';
import { KnownDevices } from '../sign-in/known-devices';
import { SignInPeople } from '../sign-in/sign-in-people';
import { AttackWatch, type Outlook } from './attack-watch';
import { bitsOf } from './pressure-rules';
import { SignInPressure } from './sign-in-pressure';
import { WORK_BYTES } from './work-puzzle';
import { WORK_SECONDS, WorkChallenges, type Work } from './work-challenges';

/**
 * Before a password is looked at. While the installation is under attack, whoever comes from a device that is not known
 * for the account pays with a second of computing; nothing tells whether there is such an account.
 */
@Injectable()
export class Doorstep {
  constructor(
    private readonly watch: AttackWatch,
    private readonly pressure: SignInPressure,
    private readonly challenges: WorkChallenges,
    private readonly people: SignInPeople,
    private readonly devices: KnownDevices,
    private readonly context: RequestContext,
  ) {}

  /** Throws a puzzle unless none is needed or the right answer to one was brought. */
  async admit(email: string, work: Work | null | undefined): Promise<void> {
    const outlook = await this.watch.now();
    if (!outlook.underAttack || (await this.knows(email))) return;
    const { ip } = this.context.origin;
    const block = ip ? customerBlock(ip) : '';
    if (work && (await this.challenges.spend(work, ip))) return this.pressure.countOnce('answered', block);
    this.pressure.countOnce('asked', block);
    throw this.puzzle(outlook);
  }

  private async knows(email: string): Promise<boolean> {
    const person = await this.people.byEmail(email);
    return person !== undefined && this.devices.of(person.id) !== null;
  }

  private puzzle({ rate, limit }: Outlook): DomainError {
    const bits = bitsOf(rate, limit);
    return new DomainError('Forbidden', 'auth.work_needed', {
      status: 428,
      detail:
        'Many failed sign-ins reach this installation right now. Solve the puzzle in params and send its answer as work.',
      retryable: true,
      params: {
        challenge: this.challenges.make(this.context.origin.ip, bits),
        bits,
        bytes: WORK_BYTES,
        expiresInSeconds: WORK_SECONDS,
      },
    });
  }
}
