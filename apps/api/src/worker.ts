import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { EventTally, Sealer } from './modules/audit';
import { readSettings, SETTINGS_TOKEN, SettingsError, type Settings } from './platform/config';
import { beat } from './platform/health/heartbeat';
import { JobWorker } from './platform/jobs';
import { Log } from './platform/http';
import { stackInSources } from './platform/http/source-frames';
import { Presence, PlatformKeys } from './platform/keys';
import { MetricsServer } from './platform/metrics';
import { stopWithParent } from './stop-with-parent';

process.env.TZ = 'UTC';

/** The job process: carries out jobs, and gives committed events their order and seals them. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ settings: readSettings({ DATABASE_POOL: '10', ...process.env }) }),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Log));
  const stop = new AbortController();
  const sealed = app.get(PlatformKeys).sealedBecause !== null;
  const duties = sealed ? [] : [app.get(Sealer), app.get(EventTally), app.get(JobWorker)];
  const working = duties.map((duty) => duty.run(stop.signal));
  const presence = app.get(Presence);
  await presence.start('worker');
  await app.get(MetricsServer).start('worker');
  stopWithParent(async () => {
    stop.abort();
    await Promise.all(working);
    await presence.stop();
    await app.close();
  });
  // Keeps a sealed worker alive as well, so that its supervisor does not restart it for ever.
  beat(app.get<Settings>(SETTINGS_TOKEN).DATA_DIR);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : stackInSources(error)}\n`);
  process.exit(1);
});
