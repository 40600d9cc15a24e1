import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSmtp, aCertificate, aStrangeServer, type SmtpManners } from '../../../test/test-smtp';
import { aWorld, type Person, type World } from '../../../test/world';
import { JobWorker } from '../../platform/jobs';
import { UnitOfWork } from '../../platform/database';
import { Mails } from '.';
import { transportTo } from './sending/mail-transport';
import { troubleOf } from './sending/mail-trouble';
import type { MailServer } from './settings/mail-settings.service';
import { writeMail } from './templates/mail-templates';

const certificate = aCertificate();
let world: World;
let admin: Person;
const servers: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  world = await aWorld();
  admin = await world.person({ platformAdmin: true, name: 'Ada Admin' });
});
afterAll(async () => {
  await world.close();
  for (const server of servers) await server.stop();
});

async function aServer(manners: SmtpManners = {}): Promise<TestSmtp> {
  const server = await TestSmtp.start({ certificate, ...manners });
  servers.push(server);
  return server;
}
const settingsFor = ({ port }: { port: number }, more: object = {}) => ({
  host: 'localhost',
  port,
  security: 'none',
  senderAddress: 'msp@example.test',
  senderName: 'Our MSP',
  ...more,
});
const use = async (server: { port: number }, more: object = {}) => {
  const answer = await admin.put('/settings/mail', settingsFor(server, more));
  expect(answer.status).toBe(200);
  return answer.body as Record<string, unknown>;
};
const test = async () => (await admin.post('/settings/mail/test', { recipient: 'me@example.test' })).body as object;
const drain = () => world.app.get(JobWorker).drain();
const send = (to: string, words: Record<string, string> = {}) =>
  world.inside(() =>
    world.app.get(Mails).send(to, 'reset', { name: 'Rita', link: 'https://x.test/reset/s3cret', ...words }),
  );
const mailTo = async (to: string) =>
  (
    await world.sql<Record<string, unknown>>(
      'SELECT m.*, j.state AS job_state FROM mail m JOIN job j ON j.id = m.job_id WHERE m.recipient = ?',
      [to],
    )
  )[0]!;

describe('the mail server', () => {
  it('is set by platform administrators who proved who they are, and nobody else', async () => {
    const somebody = await world.person();
    expect((await somebody.get('/settings/mail')).status).toBe(403);
    const earlier = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    const stale = await earlier.put('/settings/mail', settingsFor({ port: 25 }));
    expect([stale.status, stale.body.code]).toEqual([403, 'step_up.required']);
    expect((await admin.get('/settings/mail')).body).toMatchObject({ source: 'none', passwordKept: false });
  });

  it('keeps its password sealed, out of every answer and event, and for the server it was entered for', async () => {
    const secret = 'pa55-for-the-relay';
    const server = await aServer({ auth: { user: 'relay', pass: secret } });
    const kept = await use(server, { user: 'relay', password: secret });
    expect(kept).toMatchObject({ source: 'settings', user: 'relay', passwordKept: true });
    expect(await test()).toMatchObject({ sent: true });
    expect(await use(server, { user: 'relay', senderName: 'Renamed' })).toMatchObject({ passwordKept: true });
    const moved = await admin.put('/settings/mail', settingsFor({ port: server.port + 1 }, { user: 'relay' }));
    expect(moved.body.errors).toMatchObject([{ pointer: '/password' }]);
    const rows = JSON.stringify([await world.sql('SELECT * FROM platform_setting'), await world.events()]);
    expect([rows.includes(secret), JSON.stringify(kept).includes(secret)]).toEqual([false, false]);
    expect(await world.events({ action: 'setting.updated' })).toMatchObject([
      { changes: { password: 'changed' } },
      { changes: { senderName: { to: 'Renamed' } } },
    ]);
  });

  it('is SMTP_URL while nothing is set, and again when the settings are forgotten', async () => {
    const server = await aServer();
    const other = await aWorld({ SMTP_URL: `smtp://127.0.0.1:${server.port}` });
    const owner = await other.person({ platformAdmin: true });
    expect((await owner.get('/settings/mail')).body).toMatchObject({ source: 'environment', host: '127.0.0.1' });
    await owner.put('/settings/mail', settingsFor({ port: 9 }));
    expect((await owner.get('/settings/mail')).body).toMatchObject({ source: 'settings', port: 9 });
    expect((await owner.delete('/settings/mail')).body).toMatchObject({ source: 'environment' });
    await other.close();
  });
});

describe('a test mail', () => {
  it.each([
    [
      'a wrong password',
      { auth: { user: 'relay', pass: 'right' } },
      { user: 'relay', password: 'wrong' },
      /does not accept this user/,
    ],
    ['a port that offers no encryption', { plain: true }, { security: 'starttls' }, /offers no encryption/],
    ['a certificate of nobody known', {}, { security: 'starttls' }, /certificate/i],
    ['TLS where there is none', { plain: true }, { security: 'tls' }, /port and security belong together/],
    [
      'a refusal of the recipient',
      { answers: { 'me@example.test': ['550 no such user'] } },
      {},
      /refuses this mail for good/,
    ],
    ['a server that is busy', { answers: { 'me@example.test': ['451 come back later'] } }, {}, /tried again later/],
  ] as const)('says in plain words what %s means', async (_what, manners, settings, words) => {
    const server = await aServer(manners as SmtpManners);
    await use(server, settings);
    expect(await test()).toMatchObject({ sent: false, detail: expect.stringMatching(words) as string });
  });

  it.each([
    ['STARTTLS', {}, { security: 'starttls', authority: certificate.cert }],
    ['TLS', { secure: true }, { security: 'tls', authority: certificate.cert }],
    ['no encryption', {}, { security: 'none' }],
  ])('arrives over %s', async (_how, manners, settings) => {
    const server = await aServer(manners);
    await use(server, settings);
    expect(await test()).toMatchObject({ sent: true });
    expect(server.mails[0]?.text).toMatch(/From: (?:"Our MSP"|Our MSP) <msp@example.test>/);
  });

  it('meets a closed port, a server that hangs up, and one that never speaks', async () => {
    const rude = await aStrangeServer((socket) => socket.end('220 hello\r\n'));
    const silent = await aStrangeServer(() => undefined);
    servers.push(rude, silent);
    const trouble = async (port: number): Promise<string> => {
      const server = {
        kind: 'server',
        from: 'a@b.test',
        ...settingsFor({ port }),
        user: null,
        password: null,
        authority: null,
      };
      const transport = transportTo(server as MailServer, { greetingTimeout: 300, socketTimeout: 300 });
      const thrown = await transport
        .sendMail({ from: 'a@b.test', to: 'c@d.test', text: '' })
        .catch((error: unknown) => error);
      return troubleOf(thrown).detail;
    };
    expect(await trouble(1)).toMatch(/Nothing listens/);
    expect(await trouble(rude.port)).toMatch(/closed the connection/);
    expect(await trouble(silent.port)).toMatch(/did not answer in time/);
  });
});

describe('a mail', () => {
  it('leaves after its unit of work has committed, and not when it does not', async () => {
    const server = await aServer();
    await use(server);
    const lost = world.inside(() =>
      world.app.get(UnitOfWork).run(async () => {
        await world.app.get(Mails).send('lost@example.test', 'role', { name: 'L', link: '/' });
        throw new Error('rolled back');
      }),
    );
    await expect(lost).rejects.toThrow('rolled back');
    await send('kept@example.test');
    expect(server.mails).toHaveLength(0);
    await drain();
    expect(server.mails.map(({ to }) => to)).toEqual([['kept@example.test']]);
    expect(await mailTo('kept@example.test')).toMatchObject({ state: 'sent', tries: 1, job_state: 'done' });
    await drain();
    expect(server.mails).toHaveLength(1);
  });

  it('has its link nowhere in the database', async () => {
    await send('sealed@example.test', { link: 'https://x.test/reset/only-in-the-mail' });
    const rows = await world.sql<{ text: string }>(
      "SELECT CONVERT(input USING latin1) AS text FROM job WHERE name = 'mail.send'",
    );
    const dump = JSON.stringify([rows, await world.sql('SELECT * FROM mail'), await world.events()]);
    expect(dump.includes('only-in-the-mail')).toBe(false);
    const listed = await admin.get('/mails?recipient=sealed@example.test');
    expect(listed.body.data).toMatchObject([
      { template: 'reset', state: 'queued', subject: 'Set a new password for ClientSt0r' },
    ]);
    await drain();
  });

  it('is tried again while the server is busy, and given up when it refuses', async () => {
    const server = await aServer({
      answers: { 'soft@example.test': ['451 busy'], 'hard@example.test': ['550 unknown'] },
    });
    await use(server);
    await send('soft@example.test');
    await send('hard@example.test');
    await drain();
    expect(await mailTo('soft@example.test')).toMatchObject({ state: 'queued', tries: 1, job_state: 'queued' });
    expect(await mailTo('hard@example.test')).toMatchObject({ state: 'bounced', job_state: 'failed' });
    await world.sql("UPDATE job SET due_at = UTC_TIMESTAMP(6) WHERE state = 'queued'");
    await drain();
    expect(await mailTo('soft@example.test')).toMatchObject({ state: 'sent', tries: 2 });
    expect(server.mails).toHaveLength(1);
    const { job_id: job } = await mailTo('hard@example.test');
    expect((await admin.post(`/jobs/${String(job)}/retry`)).status).toBe(200);
    await drain();
    expect(await mailTo('hard@example.test')).toMatchObject({ state: 'sent' });
  });

  it('shows a hostile name as it is written, in no header and no tag', () => {
    const mail = writeMail('entered', {
      person: '<img src=x>\r\nBcc: thief@x.test',
      organisation: 'A&B',
      reason: '{{7*7}}',
    });
    expect(mail.subject).toBe('<img src=x> Bcc: thief@x.test entered A&B');
    expect(mail.html).toContain('&lt;img src=x&gt;');
    expect(mail.html).not.toContain('<img');
    expect(mail.text).toContain('{{7*7}}');
  });

  it('invites people as a job, and shows the link once where no mail server is set', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']], platformAdmin: true });
    const [role] = await world.sql<{ id: string }>("SELECT id FROM role WHERE template = 'technician'");
    const invite = (email: string) =>
      owner.post('/invitations', { email, name: 'Tess', organisationId: acme.id, roleId: role!.id });
    const server = await aServer();
    await use(server);
    expect((await invite('tess@example.test')).body).toMatchObject({ mailed: true, link: null });
    expect(server.mails).toHaveLength(0);
    await drain();
    expect(server.mails[0]?.text).toMatch(/\/invite\//);
    await admin.delete('/settings/mail');
    const shown = (await invite('tom@example.test')).body as { mailed: boolean; link: string };
    expect([shown.mailed, shown.link.includes('/invite/')]).toEqual([false, true]);
  });
});
