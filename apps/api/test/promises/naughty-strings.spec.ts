import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources, type Resource } from '../../src/platform/resource';
import { freeTexts, stringsAreFound, stringsComeBack } from './naughty.promise';
import { NAUGHTY_STRINGS, OUTER_SPACE, REFUSED } from './naughty.strings';
import { aStage, type Stage } from './stage';

const BLNS = fileURLToPath(new URL('../../../../../shared/data/fuzz/blns/blns.json', import.meta.url));
const SITE = declaredResources().find((one) => one.noun === 'site') as Resource;
const NOTES = ['asset', 'contact'].map((noun) => declaredResources().find((one) => one.noun === noun) as Resource);

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe('naughty strings', () => {
  it('are more than 150 different ones, and go through several properties', () => {
    expect(new Set(NAUGHTY_STRINGS).size).toBe(NAUGHTY_STRINGS.length);
    expect(NAUGHTY_STRINGS.length).toBeGreaterThan(150);
    expect(freeTexts(SITE).map((spec) => spec.name)).toEqual(
      expect.arrayContaining(['name', 'street', 'notes']) as string[],
    );
  });

  it('come back byte by byte from every text of a site, over both faces and in the event', async () => {
    expect(await stringsComeBack(stage, SITE, NAUGHTY_STRINGS)).toEqual([]);
  }, 120_000);

  it('are found again by what they are', async () => {
    expect(await stringsAreFound(stage, SITE, NAUGHTY_STRINGS)).toEqual([]);
  });

  it.each(NOTES)('come back from every text of a $noun', async (resource) => {
    expect(
      await stringsComeBack(
        stage,
        resource,
        NAUGHTY_STRINGS.filter((_, at) => at % 5 === 0),
      ),
    ).toEqual([]);
  });

  it('lose outer white space in a line and keep it in notes', async () => {
    expect(await stringsComeBack(stage, SITE, OUTER_SPACE)).toEqual([]);
  });

  it.each(REFUSED)('like %j are refused as %s', async (text, code) => {
    const { acme, keeper } = stage;
    const rest = await keeper.post('/sites', { organisationId: acme.id, name: text });
    expect(rest.status).toBe(400);
    expect(rest.body.errors).toMatchObject([{ pointer: '/name', code }]);
    const query = 'mutation ($input: SiteCreateInput!) { createSite(input: $input) { id } }';
    const graphql = await keeper.graphql(query, { input: { organisationId: acme.id, name: text } });
    expect(graphql.body.errors[0].extensions).toMatchObject({ status: 400, errors: [{ pointer: '/name', code }] });
  });
});

describe.skipIf(!existsSync(BLNS))('the big list of naughty strings', () => {
  it('comes back byte by byte as well', async () => {
    const strings = JSON.parse(readFileSync(BLNS, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(500);
    expect(await stringsComeBack(stage, SITE, strings)).toEqual([]);
  }, 240_000);
});
