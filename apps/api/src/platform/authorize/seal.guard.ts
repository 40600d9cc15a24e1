import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SealWatch } from '../events/seal-watch';
import { ACCESS, type Access } from './authorize.decorator';

/** What asks for a fresh sign-in is sensitive: it waits while events are not being sealed. */
@Injectable()
export class SealGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly seals: SealWatch,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const targets = [execution.getHandler(), execution.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    if (access && 'stepUp' in access && access.stepUp) await this.seals.requireSealing();
    return true;
  }
}
