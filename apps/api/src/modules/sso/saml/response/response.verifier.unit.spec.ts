import { describe, expect, it } from 'vitest';
import {
  at,
  AUDIENCE,
  CONSUMER,
  NOW,
  PretendProvider,
  PROVIDER,
  REQUEST,
  type Making,
} from '../fixture/pretend-provider.fixture';
import { SamlRefusal } from '../refusal';
import type { ResponseExpectation } from './response.expectation';
import { verifyResponse } from './response.verifier';

const provider = await PretendProvider.named();

const outcome = (making: Making, change: Partial<ResponseExpectation> = {}): string => {
  try {
    return verifyResponse(provider.posted(making), provider.expectation(change)).subject.value;
  } catch (error) {
    if (error instanceof SamlRefusal) return error.code;
    throw error;
  }
};

describe('a response that fits', () => {
  it('names the person, the session and the moment, and says how long its id must be remembered', () => {
    const found = verifyResponse(provider.posted(), provider.expectation());
    expect(found).toMatchObject({
      issuer: PROVIDER,
      subject: { value: 'p-1001', nameQualifier: PROVIDER },
      sessionIndex: 's-1',
      signedInAt: new Date(at(-5)),
      attributes: [{ name: 'mail', friendlyName: null, values: ['mara@example.test'] }],
      encrypted: false,
    });
    expect(found.rememberUntil.getTime()).toBeGreaterThan(NOW.getTime() + 360_000);
  });

  it('keeps one name of two qualifiers apart', () => {
    const found = verifyResponse(
      provider.posted({
        draft: {
          nameIdAttributes:
            'Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" NameQualifier="https://other.example"',
        },
      }),
      provider.expectation(),
    );
    expect(found.subject).toEqual({ value: 'p-1001', nameQualifier: 'https://other.example' });
  });

  it('may begin at the provider only where the connection expects no request', () => {
    expect(outcome({ draft: { requestId: null } }, { requestId: null })).toBe('p-1001');
  });
});

const wrong = (title: string, making: Making, code: string): [string, Making, string] => [title, making, code];

describe('a response that does not fit is refused', () => {
  it.each([
    wrong('M03 that answers no request', { draft: { requestId: null } }, 'request.unsolicited'),
    wrong('M03 that answers another request', { draft: { requestId: '_other' } }, 'request.unknown'),
    wrong(
      'M03 whose confirmation answers another request',
      { assertion: (xml) => xml.replace(REQUEST, '_other') },
      'request.unknown',
    ),
    wrong('M04 with another recipient', { draft: { recipient: 'https://evil.example/acs' } }, 'recipient.wrong'),
    wrong('M04 without recipient', { assertion: (xml) => xml.replace(/ Recipient="[^"]*"/, '') }, 'recipient.wrong'),
    wrong('M05 with another destination', { draft: { consumerUrl: `${CONSUMER}/` } }, 'destination.wrong'),
    wrong(
      'M05 without destination',
      { response: (xml) => xml.replace(/ Destination="[^"]*"/, '') },
      'destination.wrong',
    ),
    wrong('M06 from another issuer', { draft: { issuer: 'https://evil.example' } }, 'issuer.wrong'),
    wrong(
      'M06 whose assertion is from another issuer',
      { assertion: (xml) => xml.replace(PROVIDER, `${PROVIDER}x`) },
      'issuer.wrong',
    ),
    wrong('M07 for another audience', { draft: { audience: 'https://other.example' } }, 'audience.wrong'),
    wrong(
      'M07 for no audience',
      { assertion: (xml) => xml.replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, '') },
      'audience.wrong',
    ),
    wrong(
      'M07 for a second audience besides ours, each required',
      {
        assertion: (xml) =>
          xml.replace(
            '</saml:Conditions>',
            '<saml:AudienceRestriction><saml:Audience>x</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
          ),
      },
      'audience.wrong',
    ),
    wrong(
      'M07 without conditions',
      { assertion: (xml) => xml.replace(/<saml:Conditions.*<\/saml:Conditions>/, '') },
      'conditions.missing',
    ),
    wrong(
      'M07 with a condition nobody knows',
      { assertion: (xml) => xml.replace('</saml:Conditions>', '<saml:Condition/></saml:Conditions>') },
      'conditions.unknown',
    ),
    wrong('M08 whose conditions expired', { draft: { notOnOrAfter: at(-61) } }, 'time.expired'),
    wrong('M08 whose confirmation expired', { draft: { confirmedUntil: at(-61) } }, 'time.expired'),
    wrong('M08 that is not valid yet, 61 seconds ahead', { draft: { notBefore: at(61) } }, 'time.early'),
    wrong('M08 that was issued in the future', { draft: { issuedAt: at(61) } }, 'time.early'),
    wrong('M08 that lay around', { draft: { issuedAt: at(-361) } }, 'time.old'),
    wrong('M08 with an old sign-in', { draft: { signedInAt: at(-12 * 3600 - 1) } }, 'sign_in.old'),
    wrong('M08 with a sign-in that is still to come', { draft: { signedInAt: at(61) } }, 'time.early'),
    wrong('M08 with times that are none', { draft: { notOnOrAfter: 'tomorrow' } }, 'time.missing'),
    wrong('M09 with nothing signed', { sign: 'nothing' }, 'signature.response_missing'),
    wrong('M09 with only the assertion signed', { sign: 'assertion' }, 'signature.response_missing'),
    wrong('M09 with only the response signed', { sign: 'response' }, 'signature.assertion_missing'),
    wrong(
      'M16 whose status is no success although an assertion is there',
      {
        draft: {
          status:
            '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status>',
        },
      },
      'status.not_success',
    ),
    wrong('without status', { draft: { status: '' } }, 'status.not_success'),
    wrong(
      'without bearer confirmation',
      { assertion: (xml) => xml.replace('cm:bearer', 'cm:sender-vouches') },
      'confirmation.missing',
    ),
    wrong(
      'whose confirmation begins somewhere',
      { assertion: (xml) => xml.replace(' Recipient', ` NotBefore="${at(-9)}" Recipient`) },
      'confirmation.wrong',
    ),
    wrong(
      'whose confirmation never ends',
      { assertion: (xml) => xml.replace(/(Recipient="[^"]*") NotOnOrAfter="[^"]*"/, '$1') },
      'time.missing',
    ),
    wrong(
      'with an e-mail address for a name',
      { draft: { nameIdAttributes: 'Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"' } },
      'name_id.format',
    ),
    wrong(
      'with a name for this visit only',
      { draft: { nameIdAttributes: 'Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"' } },
      'name_id.format',
    ),
    wrong('with an empty name', { draft: { subject: '' } }, 'name_id.missing'),
    wrong('with a name that ends in a space', { draft: { subject: 'p-1001 ' } }, 'name_id.unclear'),
    wrong(
      'with a name made for somebody else',
      {
        draft: {
          nameIdAttributes:
            'Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" SPNameQualifier="https://other"',
        },
      },
      'name_id.qualifier',
    ),
    wrong(
      'with an encrypted name',
      { assertion: (xml) => xml.replace('</saml:Subject>', '<saml:EncryptedID/></saml:Subject>') },
      'encryption.part',
    ),
    wrong(
      'without a statement of sign-in',
      { assertion: (xml) => xml.replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, '') },
      'sign_in.missing',
    ),
    wrong(
      'with an attribute said twice',
      {
        assertion: (xml) =>
          xml.replace('</saml:AttributeStatement>', '<saml:Attribute Name="mail"/></saml:AttributeStatement>'),
      },
      'attribute.repeated',
    ),
    wrong(
      'of another version',
      { response: (xml) => xml.replace('Version="2.0"', 'Version="1.1"') },
      'message.unexpected',
    ),
  ])('%s', (_, making, code) => {
    expect(outcome(making)).toBe(code);
  });

  it('M08 but accepts clocks that are 59 seconds apart', () => {
    expect(outcome({ draft: { notOnOrAfter: at(-59), confirmedUntil: at(-59) } })).toBe('p-1001');
    expect(outcome({ draft: { notBefore: at(59), issuedAt: at(59), signedInAt: at(59) } })).toBe('p-1001');
  });

  it('M09 but accepts a response signed as a whole where the connection says so, and nothing less', () => {
    expect(outcome({ sign: 'response' }, { assertionSignature: 'response' })).toBe('p-1001');
    expect(outcome({ sign: 'assertion' }, { assertionSignature: 'response' })).toBe('signature.response_missing');
    expect(outcome({ sign: 'nothing' }, { assertionSignature: 'response' })).toBe('signature.response_missing');
  });

  it('when a repeated sign-in was asked for and not made', () => {
    const repeatedSince = new Date(at(-30));
    expect(outcome({ draft: { signedInAt: at(-91) } }, { repeatedSince })).toBe('sign_in.not_repeated');
    expect(outcome({ draft: { signedInAt: at(-20) } }, { repeatedSince })).toBe('p-1001');
  });
});

describe('M15 a provider that changes its certificate', () => {
  it('is believed with the old and the new one, and no longer with the one that was removed', async () => {
    const next = await PretendProvider.named();
    const keys = [provider.publicKey, next.publicKey];
    const accepted = (by: PretendProvider, trusted: typeof keys): string => {
      try {
        return verifyResponse(by.posted(), by.expectation({ trust: { keys: trusted } })).subject.value;
      } catch (error) {
        return (error as SamlRefusal).code;
      }
    };
    expect([accepted(provider, keys), accepted(next, keys)]).toEqual(['p-1001', 'p-1001']);
    expect([accepted(provider, keys.slice(1)), accepted(next, keys.slice(1))]).toEqual(['signature.invalid', 'p-1001']);
  });
});

it('asks for our own entity ID as audience', () => {
  expect(outcome({}, { audience: `${AUDIENCE}/2` })).toBe('audience.wrong');
});
