import { Injectable } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InjectSettings, type Settings } from '../../../platform/config';
import { productFolder } from '../../../platform/health/version';
import { withoutSecrets } from '../../../platform/outgoing';
import { runProgram, type Ended } from './program';

/** The command line program of Snyk. It calls Snyk itself, and tells it which packages there are: only who gives a token wants that. */
@Injectable()
export class SnykProgram {
  timeoutMs = 600_000;
  maxBytes = 32 * 1024 * 1024;

  constructor(@InjectSettings() private readonly settings: Settings) {}

  get wanted(): boolean {
    return this.settings.SNYK_TOKEN !== undefined;
  }

  /** Lets it look once. Its token is in its environment alone, and in nothing it says. */
  async test(signal?: AbortSignal): Promise<Ended> {
    const { SNYK_PROGRAM, SNYK_ORG, SNYK_FOLDER } = this.settings;
    // What it wants to remember goes with this folder; it finds nothing of an earlier run or of a person.
    const home = await mkdtemp(join(tmpdir(), 'st0r-snyk-'));
    try {
      const args = ['test', '--json', ...(SNYK_ORG ? [`--org=${SNYK_ORG}`] : [])];
      const bounds = { timeoutMs: this.timeoutMs, maxBytes: this.maxBytes, signal };
      const cwd = SNYK_FOLDER ?? productFolder();
      const ended = await runProgram({ path: SNYK_PROGRAM, args, cwd, env: this.environment(home), ...bounds });
      return { ...ended, out: this.redacted(ended.out), err: this.redacted(ended.err) };
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }

  private environment(home: string): Record<string, string> {
    const { SNYK_TOKEN = '', SNYK_API } = this.settings;
    const quiet = { CI: '1', NO_COLOR: '1', SNYK_DISABLE_ANALYTICS: '1' };
    return { HOME: home, XDG_CONFIG_HOME: home, ...quiet, SNYK_TOKEN, ...(SNYK_API && { SNYK_API }) };
  }

  private redacted(text: string): string {
    return withoutSecrets(text, [this.settings.SNYK_TOKEN]);
  }
}
