import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources } from '../../src/platform/resource';
import { BrokenModule, GadgetDto, GadgetPromisedDto, gadgetResource, makeGadgetTable } from './broken.fixture';
import { noEventNoWrite, refusedWritesLeaveNone, writesLeaveEvents } from './events.promise';
import { facesRefuseTheSame, facesShowTheSame, listsShowWholeRecords } from './faces.promise';
import { brokenBodiesAreRefused, wrongInputIsRefused } from './input.promise';
import { fill, listsAreBounded, listsCostTheSame, pagesShowEachRowOnce } from './lists.promise';
import { stringsAreFound, stringsComeBack } from './naughty.promise';
import { aRecord } from './records';
import { columnsEqualEntities, organisationsAreWatched, organisationsCannotMix } from './schema.promise';
import { answersDeclareNoSecrets, secretsStayInside, tablesThatSay } from './secrets.promise';
import { aStage, type Findings, type Stage } from './stage';
import {
  administratorsSeeNothing,
  foreignIdsAreRefused,
  listsStayAtHome,
  routeRefusesStrangers,
  strangersCreateNothing,
  strangersFindNothing,
} from './tenants.promise';

const SENTINEL = 'sentinel-of-the-broken-fixture';

let stage: Stage;
let closed: Promise<void> | undefined;
beforeAll(async () => {
  stage = await aStage([BrokenModule]);
  await makeGadgetTable(stage);
});
afterAll(() => closed ?? stage.world.close().catch(() => undefined));

let rows: Promise<void> | undefined;
const filled = (): Promise<void> => (rows ??= fill(stage, gadgetResource));

type Promised = () => Promise<Findings> | Findings;

/** Each promise, and a piece of what it must say about the broken resource. */
const PROMISES: [string, Promised, RegExp][] = [
  ['strangers find nothing', () => strangersFindNothing(stage, gadgetResource), /REST get gadget: 200/],
  ['lists stay at home', () => listsStayAtHome(stage, gadgetResource), /list gadget .*shows acme/],
  ['strangers create nothing', () => strangersCreateNothing(stage, gadgetResource), /left a row/],
  ['foreign ids are refused', () => foreignIdsAreRefused(stage, gadgetResource), /create gadget\.siteId/],
  ['administrators see nothing', () => administratorsSeeNothing(stage, gadgetResource), /list gadget: 200/],
  ['routes refuse strangers', () => routeRefusesStrangers(stage, 'GET /gadgets/:id'), /GET \/gadgets\/:id/],
  ['faces show the same', () => facesShowTheSame(stage, gadgetResource), /gadget, get/],
  ['faces refuse the same', () => facesRefuseTheSame(stage, gadgetResource), /unknown record/],
  ['lists show whole records', () => listsShowWholeRecords(stage, gadgetResource), /in a list/],
  ['writes leave events', () => writesLeaveEvents(stage, gadgetResource), /gadget\.created: 0 events/],
  [
    'refused writes leave none',
    () => refusedWritesLeaveNone(stage, gadgetResource),
    /create nowhere of gadget answered 201/,
  ],
  ['no event, no write', () => noEventNoWrite(stage, gadgetResource), /rows changed without an event/],
  ['wrong input is refused', () => wrongInputIsRefused(stage, promised), /one character too many for name/],
  ['broken bodies are refused', () => brokenBodiesAreRefused(stage, anything), /gadget, an array: 201/],
  ['answers declare no secrets', () => answersDeclareNoSecrets([GadgetDto]), /^Gadget\.apiSecret$/],
  [
    'secrets stay inside',
    async () => (await secretsStayInside(stage, SENTINEL, '/gadgets')).findings,
    /\/gadgets answered with a secret/,
  ],
  ['no table says a secret', () => tablesThatSay(stage, SENTINEL), /^gadget$/],
  ['strings come back', () => stringsComeBack(stage, gadgetResource, ['ÄÖÜ']), /"ÄÖÜ": answer has "äöü"/],
  ['strings are found', () => stringsAreFound(stage, gadgetResource, ['Nowhere']), /"Nowhere": 200/],
  ['columns equal entities', () => columnsEqualEntities(stage), /gadget\.name holds 300, declared 255/],
  ['organisations cannot mix', () => organisationsCannotMix(stage), /gadget has no unique key/],
  ['a list costs the same', () => filled().then(() => listsCostTheSame(stage, gadgetResource)), /statements/],
  ['lists are bounded', () => listsAreBounded(stage, gadgetResource), /limit=7 gave/],
  ['pages show each row once', () => pagesShowEachRowOnce(stage, gadgetResource), /gadget by default/],
];
const promised = { ...gadgetResource, create: GadgetPromisedDto, update: undefined };
const anything = { ...gadgetResource, path: 'gadgets/anything' };

describe('a resource broken on purpose', () => {
  beforeAll(() => aRecord(stage, gadgetResource, stage.acme));

  it.each(PROMISES)('is caught by the promise that %s', async (_name, promise, says) => {
    const findings = await promise();
    expect(findings).toEqual(expect.arrayContaining([expect.stringMatching(says)]) as string[]);
  });

  it('is caught by the listener over all statements when the world closes', async () => {
    closed = stage.world.close();
    await expect(closed).rejects.toThrow(/gadget: SELECT/);
    closed = Promise.resolve();
  });
});

describe('a table nobody watches', () => {
  it('is found as soon as it names an organisation', async () => {
    const other = await aStage();
    const name = `\`${other.world.database.name}\`.loose`;
    await other.world.sql(`CREATE TABLE ${name} (id INT, organisation_id UUID)`);
    expect(await organisationsAreWatched(other)).toEqual(['loose names an organisation unwatched']);
    await other.world.close();
  });
});

describe('a resource without a recipe', () => {
  it('fails the promises with a sentence that says what to add', async () => {
    const [any] = declaredResources();
    await expect(aRecord(stage, { ...any!, noun: 'newcomer' }, stage.acme)).rejects.toThrow(
      'Add a recipe for "newcomer" to apps/api/test/promises/records.ts',
    );
  });
});
