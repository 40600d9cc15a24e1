import { SettingsError, readSettings } from './platform/config/settings';
import { askApi } from './platform/health/ask';
import { silence } from './platform/health/heartbeat';

/** `st0r health [worker] [--ready]`: what a supervisor asks. Answers in words; exit code 0 while the process does its work. */
async function main(words: readonly string[]): Promise<void> {
  const { HOST, PORT, DATA_DIR } = readSettings(process.env);
  if (words.includes('worker')) {
    const wrong = silence(DATA_DIR);
    return conclude(wrong ?? 'The worker works.', !wrong);
  }
  const { says, serves, ready } = await askApi(HOST, PORT);
  // A sealed house serves the page that says so: restarting it would not help anybody.
  conclude(says, words.includes('--ready') ? ready : serves);
}

function conclude(words: string, well: boolean): void {
  console.log(words);
  process.exitCode = well ? 0 : 1;
}

main(process.argv.slice(3)).catch((error: unknown) =>
  conclude(error instanceof SettingsError ? error.message : String(error), false),
);
