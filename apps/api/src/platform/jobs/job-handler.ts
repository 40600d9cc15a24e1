import { Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { JobDefinition } from './job-definition';
import type { JobRun } from './job-run';

const HANDLES = 'house:handles-job';

/** Carries out one kind of job. May be called twice for the same job, so it finds what it did before and does no more. */
export interface JobHandler<I extends object = object> {
  /** Answers what the person who asked gets to see; never a secret. */
  run(input: I, job: JobRun): Promise<object | void>;
}

/** Marks the provider that carries out a job. */
export const HandlesJob = <I extends object>(
  definition: JobDefinition<I>,
): (<C extends new (...parts: never[]) => JobHandler<I>>(cls: C) => void) => SetMetadata(HANDLES, definition.name);

/** The handlers of this process, found among its providers. */
@Injectable()
export class JobHandlers implements OnApplicationBootstrap {
  private readonly known = new Map<string, JobHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || !instance) continue;
      const name = Reflect.getMetadata(HANDLES, metatype) as string | undefined;
      if (!name) continue;
      if (this.known.has(name) && this.known.get(name) !== instance) throw new Error(`${name} has two handlers.`);
      this.known.set(name, instance as JobHandler);
    }
  }

  /** The handler of a job; throws when its module is missing here. */
  of(name: string): JobHandler {
    const handler = this.known.get(name);
    if (!handler) throw new Error(`No provider handles the job ${name}.`);
    return handler;
  }
}
