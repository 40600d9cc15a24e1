import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from './create-app';
import { AuditWatch } from './modules/audit';
import { startUp } from './start-up';
import { SETTINGS_TOKEN, SettingsError, readSettings, type Settings } from './platform/config';
import { Readiness } from './platform/health/readiness';
import { Presence } from './platform/keys';
import { stackInSources } from './platform/http/source-frames';
import { MetricsServer } from './platform/metrics';
import { stopWithParent } from './stop-with-parent';

process.env.TZ = 'UTC';

/** The HTTP process: pages and API on one address. */
async function main(): Promise<void> {
  const app = await createApp({ settings: readSettings(process.env) });
  const { HOST, PORT, DRAIN_SECONDS } = app.get<Settings>(SETTINGS_TOKEN);
  await startUp(app);
  app.get(AuditWatch).start();
  const presence = app.get(Presence);
  stopWithParent(async () => {
    // Whoever shares out requests hears it first, and sends the next ones elsewhere.
    app.get(Readiness).stopping();
    await sleep(DRAIN_SECONDS * 1000);
    await presence.stop();
    await app.close();
  });
  await presence.start('api');
  await app.get(MetricsServer).start('api');
  await app.listen(PORT, HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : stackInSources(error)}\n`);
  process.exit(1);
});
