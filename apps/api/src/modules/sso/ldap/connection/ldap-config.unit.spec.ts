import { describe, expect, it } from 'vitest';
import { selfSigned } from '../../saml/keys/self-signed';
import { configureLdap, missingLdap } from './ldap-config';

type Refused = { facts: { errors: { pointer: string; code: string; detail: string }[] } };
const refusalOf = (given: object): Refused['facts']['errors'][0] | undefined => {
  try {
    configureLdap({}, given);
    return undefined;
  } catch (error) {
    return (error as Refused).facts.errors[0];
  }
};

describe('settings of a directory', () => {
  it('start as the kind of directory has them, and the port follows how it is secured', () => {
    const windows = configureLdap({}, {});
    expect(windows).toMatchObject({
      preset: 'active_directory',
      keyAttribute: 'objectGUID',
      port: 636,
      security: 'ldaps',
    });
    const started = configureLdap(windows, { security: 'starttls' });
    expect(started.port).toBe(389);
    expect(configureLdap(started, { port: 1389 }).port).toBe(1389);
    expect(configureLdap({ ...started, port: 1389 }, { security: 'ldaps' }).port).toBe(1389);
    const open = configureLdap({ ...started, userBase: 'dc=x' }, { preset: 'openldap' });
    expect(open).toMatchObject({ keyAttribute: 'entryUUID', loginAttributes: ['uid', 'mail'], userBase: 'dc=x' });
  });

  it.each([
    ['an address without encryption', { host: 'ldap://dc1.contoso.example' }, '/ldap/host', 'plaintext'],
    ['an address instead of a name', { host: 'ldaps://dc1.contoso.example' }, '/ldap/host', 'address'],
    ['a name with a port', { host: 'dc1.contoso.example:636' }, '/ldap/host', 'address'],
    ['nothing people could be found by', { loginAttributes: [] }, '/ldap/loginAttributes', 'required'],
    ['text that is no certificate', { ca: 'hello' }, '/ldap/ca', 'certificate'],
  ])('refuse %s', (_, given, pointer, code) => {
    expect(refusalOf(given)).toMatchObject({ pointer, code });
  });

  it('take certificates alone, and never a private key', async () => {
    const { certificate, privateKey } = await selfSigned('Contoso CA');
    expect(configureLdap({}, { ca: `some words\n${certificate}` }).ca).toBe(certificate);
    expect(refusalOf({ ca: certificate + privateKey })).toMatchObject({ pointer: '/ldap/ca' });
    expect(refusalOf({ ca: certificate.replace(/\n[A-Za-z0-9]{4}/, '\n') })).toMatchObject({ pointer: '/ldap/ca' });
  });

  it('say what is missing', () => {
    expect(missingLdap(configureLdap({}, {}), [])).toHaveLength(4);
    const whole = configureLdap({}, { host: 'dc1.contoso.example', bindDn: 'cn=r', userBase: 'dc=x' });
    expect(missingLdap(whole, ['bind-password'])).toEqual([]);
  });
});
