import { Injectable, Module, type CanActivate } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Conflict } from '../../src/platform/errors';

/** What a handler answers that the guard of the house let somebody through to. */
export const THROUGH = 'through';
const CODE = 'matrix.through';

/**
 * Stands behind the guard of the house. While it is down, nobody gets past it, so that every handler can be asked for
 * by everybody, and what is answered is the decision alone: nothing is read, changed or sent.
 */
@Injectable()
export class Checkpoint implements CanActivate {
  static down = false;

  canActivate(): boolean {
    if (Checkpoint.down) throw new Conflict(CODE);
    return true;
  }
}

@Module({ providers: [{ provide: APP_GUARD, useClass: Checkpoint }] })
export class CheckpointModule {}

/** Runs `work` with the checkpoint down. */
export async function whileDown<T>(work: () => Promise<T>): Promise<T> {
  Checkpoint.down = true;
  return work().finally(() => {
    Checkpoint.down = false;
  });
}

/** `403 permission.missing`, `404 asset.not_found`, `200 ok`, or that the guard let it through. */
export const verdictOf = (status: number, code: string | undefined): string =>
  code === CODE ? THROUGH : `${status} ${code ?? 'ok'}`;
