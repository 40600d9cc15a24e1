import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countryFile } from '../../../../tools/mmdb/country-file.mjs';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { inDays } from '../api-key';
import { auditVerdict, untilSealed } from './damage';
import { SmallDisk } from './small-disk';
import { ask, Visitor, type WireAnswer } from './visitor';

const disk = SmallDisk.mounted('16m');
const LONDON = '81.2.69.160';

/** Everything a node keeps beside the database: uploads, the log for fail2ban, requests of keys, refusals that wait. */
describe.skipIf(!disk)('X03 a disk of the data folder that is full', () => {
  const folder = join(disk?.folder ?? '', 'data');
  let stack: Stack;
  let node: Visitor;
  let key: { authorization: string };
  beforeAll(async () => {
    stack = await startStack();
    const owner = await Visitor.owner(stack);
    const made = await owner.must('POST', '/api/v1/api-keys', {
      organisationId: owner.organisationId,
      ...{ name: 'Program', scopes: ['asset.read'], expiresOn: inDays(1) },
    });
    key = { authorization: `Bearer ${made.body.secret}` };
    const small = await stack.startAnother('small', { DATA_DIR: folder });
    node = owner.at(small.url);
    expect((await upload('GB')).status).toBe(200);
    disk?.fill();
  }, 400_000);
  afterAll(async () => {
    await stack?.stop();
    disk?.end();
  });

  const program = (): Promise<WireAnswer> => ask(`${node.url}/api/v1/assets`, { headers: key });
  const country = async (): Promise<string> =>
    (await node.must('GET', `/perimeter/verdict?address=${LONDON}`)).body.country as string;
  const guess = (): Promise<WireAnswer> =>
    new Visitor(node.url).call('POST', '/auth/login', { email: 'olga@provider.example', password: 'wrong wrong' });
  const authLog = (): string => {
    const path = join(folder, 'log', 'st0r-auth.log');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };

  function upload(iso: string): Promise<WireAnswer> {
    // Larger than the last crumbs of room a full disk has.
    const more = Object.fromEntries(Array.from({ length: 256 }, (_, at) => [`10.${at}.0.0/16`, { country: 'DE' }]));
    const content = countryFile({ '81.2.69.0/24': { country: iso }, ...more });
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="x.mmdb"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--\r\n')]);
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    return node.call('POST', '/perimeter/country-database', body, type);
  }

  it('refuses an upload in words that say what to do, and keeps the file that is there', async () => {
    const refused = await upload('FR');
    expect([refused.status, refused.body.code]).toEqual([409, 'country_database.unwritable']);
    expect(refused.body.detail).toContain('some room');
    expect(await country()).toBe('GB');
  });

  it('goes on refusing wrong passwords, although no line of it can be written', async () => {
    const before = authLog();
    expect((await guess()).status).toBe(401);
    expect(authLog()).toBe(before);
  });

  it('serves people, and no program whose requests could not be written down', async () => {
    expect((await node.addAsset('Made on a full disk')).status).toBe(201);
    await program();
    const refused = await program();
    expect([refused.status, refused.body.code]).toEqual([503, 'api_key.log_full']);
  });

  it('has everything back with its room: uploads, lines, programs and an audit log without a gap', async () => {
    disk?.clear();
    await expect.poll(async () => (await program()).status, { timeout: 30_000 }).toBe(200);
    expect((await upload('FR')).status).toBe(200);
    expect(await country()).toBe('FR');
    expect((await guess()).status).toBe(401);
    expect(authLog()).toContain('ST0R-AUTH fail');
    await untilSealed(stack);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  });
});
