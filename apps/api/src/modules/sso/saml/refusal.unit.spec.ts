import { expect, it } from 'vitest';
import { SAML_REFUSALS, SamlRefusal } from './refusal';
import { refusalWords } from './refusal.words';

it('puts every refusal into a sentence, a field to look at and a way out', () => {
  const facts = { found: 'this', expected: 'that', part: 'Assertion', seconds: 61 };
  for (const code of SAML_REFUSALS) {
    const words = refusalWords(new SamlRefusal(code, facts));
    for (const text of Object.values(words)) expect(text, code).toMatch(/^[A-Z].{6,}/);
    expect(words.sentence, code).not.toMatch(/[{}]/);
  }
});

it('keeps what the message said short and on one line', () => {
  const { facts } = new SamlRefusal('issuer.wrong', { found: `a\nb\u202e${'x'.repeat(5000)}` });
  expect(facts.found).toMatch(/^a b /);
  expect(facts.found).toHaveLength(300);
});
