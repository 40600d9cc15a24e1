import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVENT_CATEGORIES } from '../../src/platform/events';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const lock = JSON.parse(readFileSync(`${source}/schema/permissions.lock.json`, 'utf8')) as Record<
  string,
  { event?: string }
>;

/** What changes nothing although it is not a GET, and what is recorded under the act it belongs to; each with its reason. */
const SILENT: Readonly<Record<string, string>> = {
  'POST /assets/import/preview': 'keeps a file for an hour and changes no record',
  'POST /assets/bulk/preview': 'only counts',
  'POST /auth/refresh': 'renews the proof of a session; a reused token leaves session.refresh_reused',
  'POST /auth/token/refresh': 'the same for programs',
  'POST /auth/reset-requests': 'answers everybody alike; the link leaves an event when it belongs to somebody',
  'POST /auth/totp/enrolment': 'proposes a secret; confirming it leaves user.totp_enrolled',
  'POST /me/passkeys/enrolment': 'asks for a passkey; adding it leaves user.passkey_added',
  'POST /me/passkeys/challenge': 'asks for an answer; giving it leaves session.stepped_up',
  'POST /auth/passkeys/challenge': 'asks for an answer; giving it leaves session.signed_in or a failure',
  'POST /auth/connections/:id/start': 'sends a browser to a provider; coming back leaves an event',
  'POST /auth/connections/lookup': 'only says which connection serves an e-mail domain',
  'POST /auth/own-connection/step-up': 'sends a browser to a provider; coming back leaves an event',
  'POST /sign-in-connections/:id/check': 'only asks whether the provider answers',
  'POST /vault/generate': 'makes a random value and keeps nothing',
  'POST /vault/strength': 'judges what the caller typed and keeps nothing',
  'PATCH /me/preferences': 'how pages look to the person themselves',
  'POST /me/favourites': 'what a person keeps at hand',
  'DELETE /me/favourites/:id': 'what a person keeps at hand',
  'DELETE /me/recents': 'what a person opened lately',
  'DELETE /me/recents/:id': 'what a person opened lately',
  'POST /me/recents': 'what a person opened lately; opening is recorded where it matters, as a reveal',
};

const acts = Object.entries(lock).filter(([name]) => !/^(?:GET|query) /.test(name));

describe('U01 every act', () => {
  it('names the event it leaves, or says here why it leaves none', () => {
    const nameless = acts.filter(([name, { event }]) => !event && !(name in SILENT)).map(([name]) => name);
    expect(nameless).toEqual([]);
  });

  it('names an event that is really recorded somewhere', () => {
    const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(`${source}/${file}`, 'utf8'))
      .join('\n');
    const repository = /\.(?:created|updated|archived|restored|removed)$/;
    const named = [...new Set(acts.flatMap(([, { event }]) => event ?? []))];
    expect(named.length).toBeGreaterThan(20);
    const unrecorded = named.filter((event) => !repository.test(event)).filter((event) => !recorded(code, event));
    expect(unrecorded).toEqual([]);
  });

  it('has an event of the form noun.past, in one of the known categories', () => {
    for (const [name, { event }] of acts)
      if (event) expect([name, event]).toEqual([name, expect.stringMatching(/^(?:\w+\.)?\w+\.[a-z_]+$/)]);
    expect(new Set(EVENT_CATEGORIES).size).toBe(EVENT_CATEGORIES.length);
  });
});

/** As a whole (`'credential.revealed'`), or as the past joined to its noun (`record('revealed')`, `${noun}.revealed`). */
function recorded(code: string, event: string): boolean {
  const past = event.split('.').at(-1) ?? '';
  return code.split(`'${event}'`).length > 2 || code.includes(`'${past}'`) || code.includes(`.${past}\``);
}
