import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSecret, Leaks } from '../../../test/leaks';
import { aStrangeServer } from '../../../test/test-smtp';
import { aWorld, type Person, type World } from '../../../test/world';
import { JobWorker } from '../../platform/jobs';
import { Mails } from '.';

const PASSWORD = aSecret();
const LINK = `https://st0r.test/reset/${aSecret().slice(0, 18)}`;

let world: World;
let keeper: Person;
let leaks: Leaks;
let server: Awaited<ReturnType<typeof aStrangeServer>>;
beforeAll(async () => {
  world = await aWorld();
  keeper = await world.person({ platformAdmin: true });
  leaks = new Leaks(world);
});
afterAll(async () => {
  leaks.stop();
  await world.close();
  await server?.stop();
});

/** A mail server that repeats whatever it was told, and more, when it refuses it. */
async function anEcho(refused: RegExp): Promise<void> {
  await server?.stop();
  let inData = false;
  server = await aStrangeServer((socket) => {
    socket.write('220 echo ESMTP\r\n');
    socket.on('data', (chunk: Buffer) => {
      const line = chunk.toString().trim();
      const encoded = Buffer.from(`\0relay\0${PASSWORD}`).toString('base64');
      const echo = `5.7.8 wrong: ${line.replaceAll(/\s+/g, ' ').slice(0, 150)} ${encoded} ${PASSWORD} ${LINK}`;
      if (/^EHLO/.test(line)) return socket.write('250-echo\r\n250 AUTH PLAIN\r\n');
      if (refused.test(line) || inData) return socket.write(`${refused.test('AUTH') ? 535 : 550} ${echo}\r\n`);
      inData = line === 'DATA';
      return socket.write(inData ? '354 go on\r\n' : '250 2.0.0 fine\r\n');
    });
  });
  const to = { host: 'localhost', port: server.port, security: 'none', senderAddress: 'msp@example.test' };
  leaks.hear(await keeper.put('/settings/mail', { ...to, user: 'relay', password: PASSWORD }));
}
const send = (to: string): Promise<unknown> =>
  world.inside(() => world.app.get(Mails).send(to, 'reset', { name: 'Rita', link: LINK }));

describe('N07 the words of a mail server that refuses', () => {
  it.each([
    ['the password', /^AUTH/, 535, 'rita@example.test'],
    ['the mail', /^NEVER/, 550, 'rosa@example.test'],
  ])('%s are shown and kept without the password and the link it repeats', async (_, refused, code, to) => {
    await anEcho(refused);
    const tested = leaks.hear(await keeper.post('/settings/mail/test', { recipient: 'me@example.test' }));
    expect(tested.body).toMatchObject({ sent: false, answer: expect.stringMatching(`^${code} .*\\[secret\\]`) });
    await send(to);
    await world.app.get(JobWorker).drain();
    const mails = leaks.hear(await keeper.get('/mails'));
    expect(mails.text).toContain('[secret]');
    leaks.hear(await keeper.get('/jobs'));
    expect(await leaks.of(PASSWORD)).toEqual([]);
    // The words of a mail wait in its job, and nowhere else.
    expect((await leaks.of(LINK)).filter((where) => where !== 'job' && where !== 'an answer')).toEqual([]);
    expect(mails.text).not.toContain(LINK);
  });

  it('would be noticed: the nets catch a secret in an answer and in a table', async () => {
    const secret = aSecret();
    leaks.say(`535 ${Buffer.from(`\0relay\0${secret}`).toString('base64')}`);
    await world.sql("INSERT INTO platform_setting (name, value) VALUES ('seen', ?)", [
      JSON.stringify(encodeURIComponent(secret)),
    ]);
    expect(await leaks.of(secret)).toEqual(['an answer', 'platform_setting']);
  });
});
