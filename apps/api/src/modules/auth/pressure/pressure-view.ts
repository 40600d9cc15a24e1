import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { AttackBook } from './attack-book';
import { AttackWatch } from './attack-watch';
import { SignInAttackDto, SignInPressureDto } from './sign-in-pressure.dto';

/** What administrators see of it. */
@Injectable()
export class PressureView {
  constructor(
    private readonly watch: AttackWatch,
    private readonly book: AttackBook,
  ) {}

  async show(): Promise<SignInPressureDto> {
    const { underAttack, rate, limit } = await this.watch.now();
    const attacks = (await this.book.latest()).map((one) => present(SignInAttackDto, one));
    return present(SignInPressureDto, { underAttack, failuresPerMinute: rate, limitPerMinute: limit, attacks });
  }
}
