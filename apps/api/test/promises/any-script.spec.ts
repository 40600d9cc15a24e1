import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { aStage, type Stage } from './stage';

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
}
interface Operation {
  parameters?: Parameter[];
}
const { paths } = JSON.parse(readFileSync(new URL('../../src/schema/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, { get?: Operation }>;
};
const SOMEBODY = '0191f0a0-0000-7000-8000-000000000000';
/** Letters no code, address or number holds: of another script, invisible, outside the basic plane. */
const FOREIGN = ['\u00e4', 'a\u00ad\u200bb', '\u{1f600}'];

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

/** The address with this word at one place and something harmless at every other that has to be there. */
function addressOf(path: string, parameters: Parameter[], { name, word }: { name: string; word: string }): string {
  const at = (one: string): string =>
    encodeURIComponent(one === name ? word : /^org/.test(one) ? stage.acme.slug : SOMEBODY);
  const filled = path.replace(/\{(\w+)\}/g, (_, one: string) => at(one));
  const asked = parameters.filter((one) => one.in === 'query' && (one.required || one.name === name));
  return `${filled.replace(/^\/api\/v1/, '')}?${asked.map((one) => `${one.name}=${at(one.name)}`).join('&')}`;
}

const reads = Object.entries(paths).flatMap(([path, { get }]) => {
  // A stream that is opened stays open.
  const parameters = (get?.parameters ?? []).filter((one) => one.in === 'query' || one.in === 'path');
  return parameters.length > 0 && !path.endsWith('/events') ? [[path, parameters] as const] : [];
});

describe('letters of any script in an address', () => {
  it.each(reads)('of %s find something, nothing or are refused, and are never our fault', async (path, parameters) => {
    const findings: string[] = [];
    for (const { name } of parameters)
      for (const word of FOREIGN) {
        const address = addressOf(path, parameters, { name, word });
        const { status } = await stage.keeper.get(address);
        if (status >= 500) findings.push(`${status} ${decodeURIComponent(address)}`);
      }
    expect(findings).toEqual([]);
  });
});
