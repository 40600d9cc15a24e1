import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Sql } from '../../../platform/database';

/** Rules of signing in that an administrator sets. */
export interface SignInRules {
  idleMinutes: number;
  absoluteHours: number;
  /** How long an access token of a browser lives; it is renewed in silence. */
  accessMinutes: number;
  /** The same for tokens from `POST /auth/token`. */
  automationMinutes: number;
  /** How far ahead an API key may expire. */
  keyDays: number;
  /** `everyone` needs a second factor, or only people and roles that say so. */
  requireMfa: 'everyone' | 'listed';
  /** Whose second factor must be a passkey: platform administrators and owners of organisations, or nobody’s. */
  requirePasskey: 'nobody' | 'administrators';
}

const NAME = 'sign_in';
const LIFETIMES = { accessMinutes: 5, automationMinutes: 15, keyDays: 365 };
/** How long a read counts; another node's change is seen within this time. */
const FRESH_MS = 5000;

/** The sign-in rules, kept in the database; the settings of the process are the defaults. */
@Injectable()
export class SignInSettings {
  private known: { rules: SignInRules; at: number } | undefined;

  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly sql: Sql,
  ) {}

  async read(): Promise<SignInRules> {
    if (this.known && Date.now() - this.known.at < FRESH_MS) return this.known.rules;
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    const defaults: SignInRules = {
      idleMinutes: this.settings.SESSION_IDLE_MINUTES,
      absoluteHours: this.settings.SESSION_ABSOLUTE_HOURS,
      ...LIFETIMES,
      requireMfa: 'everyone',
      requirePasskey: 'nobody',
    };
    const rules = { ...defaults, ...(row ? (JSON.parse(row.value) as Partial<SignInRules>) : {}) };
    this.known = { rules, at: Date.now() };
    return rules;
  }

  async write(change: Partial<SignInRules>): Promise<SignInRules> {
    const rules = { ...(await this.read()), ...change };
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify(rules)],
    );
    this.known = undefined;
    return rules;
  }
}
