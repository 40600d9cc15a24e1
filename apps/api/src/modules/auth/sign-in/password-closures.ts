import { Injectable } from '@nestjs/common';

/** Whether the local password is closed for this address right now. */
export type PasswordClosure = (email: string, userId: string | null) => Promise<boolean>;

/**
 * Other modules may close the way of the local password for some addresses, because their organisation signs in through a
 * connection. The answer is the same as for a wrong password, and it is asked for unknown addresses too.
 */
@Injectable()
export class PasswordClosures {
  private readonly closures: PasswordClosure[] = [];

  add(closure: PasswordClosure): void {
    this.closures.push(closure);
  }

  async closed(email: string, userId: string | null): Promise<boolean> {
    for (const closure of this.closures) if (await closure(email, userId)) return true;
    return false;
  }
}
