import { ButtonLink, Forbidden, PageHead } from '@st0r/ui';
import { lazyPart } from '../../shared/lazy-part';
import { useMe } from '../../shared/session';
import { AddressRules } from './address-rules';
import { CountryDatabase } from './country-database';
import { say } from './messages';
import { SecurityChartPanel } from './security-chart';
import { SignInAttacks } from './sign-in-attacks';
import { SignInCounters } from './sign-in-counters';
import './security.css';

// Below the chart and the rules stand two forms, and those above do not wait for them.
const Countries = lazyPart(() => import('./countries'));
const AddressTest = lazyPart(() => import('./address-test'));

/** Who may reach the installation: what came against it, address rules, countries, and a way to try an address. */
export function Component() {
  const { platformAdmin } = useMe();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('security')} actions={<Ways />} />
      <p className="st-quiet">{say('securityText')}</p>
      <SecurityChartPanel />
      <AddressRules />
      <Countries />
      <CountryDatabase />
      <AddressTest />
      <SignInAttacks />
      <SignInCounters />
    </>
  );
}

function Ways() {
  return (
    <>
      <ButtonLink to="/admin/security/limits">{say('limits')}</ButtonLink>
      <ButtonLink to="/admin/security/bans">{say('bans')}</ButtonLink>
    </>
  );
}
