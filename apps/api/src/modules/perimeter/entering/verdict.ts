import { cidrContains, parseIp, type IpAddress } from '@st0r/net';
import type { Area } from '../../../platform/authorize';
import type { LiveRule } from '../addresses/address-rules';
import type { CountryRules } from '../countries/country-rules';
import { isLoopback, type Place } from './place';

/** Why an address may come in or not. */
export const REASONS = [
  'loopback',
  'nothing_said',
  'rule',
  'not_allowed',
  'local',
  'country',
  'unknown_country',
  'no_database',
] as const;
export type Reason = (typeof REASONS)[number];

/** Whether an address may come into an area, and what decided it. */
export interface Verdict {
  readonly open: boolean;
  readonly because: Reason;
  readonly rule?: LiveRule;
}

/** Everything that is decided by. */
export interface Perimeter {
  readonly rules: readonly LiveRule[];
  readonly countries: CountryRules;
}

/** Judges one address. A denied address stays out; an allowed one is not asked for its country. */
export function judge(address: string, area: Area, { rules, countries, place }: Perimeter & { place: Place }): Verdict {
  const ip = parseIp(address);
  // What nobody can read is in no network and no country: it comes in only where nobody is kept out.
  if (!ip) return unread(rules.length === 0 && countries.mode === 'off');
  if (isLoopback(ip)) return { open: true, because: 'loopback' };
  const byRule = judgeByRules(ip, area, rules);
  if (byRule) return byRule;
  // Countries decide about signing in, renewing a session included, and about administration.
  return area === 'api' ? { open: true, because: 'nothing_said' } : judgeByCountry(countries, place);
}

const unread = (open: boolean): Verdict => ({ open, because: open ? 'nothing_said' : 'not_allowed' });

function judgeByRules(ip: IpAddress, area: Area, rules: readonly LiveRule[]): Verdict | undefined {
  const now = Date.now();
  const live = rules.filter((rule) => rule.endsAt > now && (rule.area === area || rule.area === 'api'));
  const matching = live.filter((rule) => cidrContains(rule.block, ip));
  const denied = matching.find(({ effect }) => effect === 'deny');
  if (denied) return { open: false, because: 'rule', rule: denied };
  for (const list of ['api', area] as const) {
    const closed = live.some((rule) => rule.effect === 'allow' && rule.area === list);
    if (closed && !matching.some((rule) => rule.area === list)) return { open: false, because: 'not_allowed' };
  }
  return matching.length > 0 ? { open: true, because: 'rule', rule: matching[0] } : undefined;
}

function judgeByCountry({ mode, countries, unknown }: CountryRules, place: Place): Verdict {
  if (mode === 'off') return { open: true, because: 'nothing_said' };
  if (place.kind === 'local') return { open: true, because: 'local' };
  // Without the file nobody can say where an address is: who allows a few countries means nobody else.
  if (place.kind === 'no_database') return { open: mode === 'block', because: 'no_database' };
  if (place.kind === 'unknown') return { open: unknown === 'allow', because: 'unknown_country' };
  return { open: countries.includes(place.country) === (mode === 'allow'), because: 'country' };
}
