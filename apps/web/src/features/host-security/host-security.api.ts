import type { Api } from '@st0r/api-client';
import type { Tone } from '@st0r/ui';

export type HostSecurity = Api<'HostSecurity'>;
export type Weakness = Api<'Weakness'>;
export type Decide = Api<'WeaknessDecide'>;
export type Counts = HostSecurity['open'];

export const OVERVIEW = 'host-security';
export const WEAKNESSES = 'weaknesses';

/** The worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unrated'] as const;

export const severityTones: Readonly<Record<Weakness['severity'], Tone>> = {
  critical: 'danger',
  high: 'danger',
  medium: 'warning',
  low: 'info',
  unrated: 'neutral',
};

export const stateTones: Readonly<Record<HostSecurity['state'], Tone>> = {
  affected: 'danger',
  unknown: 'warning',
  clean: 'success',
};

export const totalOf = (counts: Counts): number => SEVERITIES.reduce((sum, one) => sum + counts[one], 0);
