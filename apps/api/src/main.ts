import 'reflect-metadata';
import { createApp } from './create-app';
import { AuditWatch } from './modules/audit';
import { startUp } from './start-up';
import { SETTINGS_TOKEN, SettingsError, readSettings, type Settings } from './platform/config';
import { Presence } from './platform/keys';
import { stopWithParent } from './stop-with-parent';

process.env.TZ = 'UTC';

/** The HTTP process: pages and API on one address. */
async function main(): Promise<void> {
  const app = await createApp({ settings: readSettings(process.env) });
  const { HOST, PORT } = app.get<Settings>(SETTINGS_TOKEN);
  await startUp(app);
  app.get(AuditWatch).start();
  const presence = app.get(Presence);
  stopWithParent(async () => {
    await presence.stop();
    await app.close();
  });
  await presence.start('api');
  await app.listen(PORT, HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
