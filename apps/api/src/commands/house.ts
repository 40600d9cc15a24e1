import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readSettings } from '../platform/config';
import { UnitOfWork } from '../platform/database';
import { PlatformKeys, SealedError } from '../platform/keys';
import { asHouse, startUp } from '../start-up';

/** Opens the modules without a server, runs `work` as the house in one unit of work, and closes them again. */
export async function inHouse<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ settings: readSettings(quiet(process.env)) }),
    { logger: false, abortOnError: false },
  );
  try {
    return await asHouse(app, () => app.get(UnitOfWork).run(() => work(app)));
  } finally {
    await app.close();
  }
}

/** The whole application with its public door, for commands that act through it. */
export async function withServer<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  // What answers requests is read by the few commands that need it: the others start sooner, and smaller.
  const { createApp } = await import('../create-app');
  const app = await createApp({ settings: readSettings(quiet(process.env)) });
  try {
    requireOpen(app);
    await startUp(app);
    return await asHouse(app, () => work(app));
  } finally {
    await app.close();
  }
}

/** The same for long reads that must not hold a transaction open. */
export async function lookingAround<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ settings: readSettings(quiet(process.env)) }),
    { logger: false, abortOnError: false },
  );
  try {
    requireOpen(app);
    return await asHouse(app, () => work(app));
  } finally {
    await app.close();
  }
}

/** A check that cannot open anything must not say that all is well. */
function requireOpen(app: INestApplicationContext): void {
  const reason = app.get(PlatformKeys).sealedBecause;
  if (reason) throw new SealedError(reason);
}

// What a command prints is its answer; log lines do not belong into it.
// An operator may wait; nobody's request does.
const quiet = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  DATABASE_TIMEOUT_SECONDS: '3600',
  ...env,
  LOG_LEVEL: 'silent',
});
