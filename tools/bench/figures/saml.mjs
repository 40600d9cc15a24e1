import { createPrivateKey } from 'node:crypto';
import { runnerImport } from 'vite';
import { inRoot, ROOT } from '../../workspace/paths.mjs';
import { median } from '../statistics.mjs';

const folder = ['apps', 'api', 'src', 'modules', 'sso', 'saml'];
const ROUNDS = 200;
const GROUPS = 2_500;

/** Milliseconds to believe a SAML response in this process: both signatures, all checks. */
export async function samlFigures() {
  const { verifyResponse } = await load('response', 'response.verifier.ts');
  const { PretendProvider } = await load('fixture', 'pretend-provider.fixture.ts');
  const [provider, us] = [await PretendProvider.named('provider'), await PretendProvider.named('us')];
  const expected = provider.expectation({ decryptionKeys: [createPrivateKey(us.key.privateKey)] });
  const timed = (making) => {
    const posted = provider.posted(making);
    const verify = () => {
      const startedAt = performance.now();
      verifyResponse(posted, expected);
      return performance.now() - startedAt;
    };
    verify();
    return median(Array.from({ length: ROUNDS }, verify));
  };
  return {
    plain: timed({}),
    encrypted: timed({ encryptTo: us.key.certificate }),
    large: timed({ draft: { attributes: manyGroups() } }),
  };
}

const load = async (...path) => {
  const settings = { root: ROOT, configFile: false, logLevel: 'error' };
  return (await runnerImport(inRoot(...folder, ...path), settings)).module;
};

function manyGroups() {
  const values = Array.from({ length: GROUPS }, (_, at) => `<saml:AttributeValue>group-${at}</saml:AttributeValue>`);
  return `<saml:AttributeStatement><saml:Attribute Name="groups">${values.join('')}</saml:Attribute></saml:AttributeStatement>`;
}
