import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { readSettings } from '../config';
import { Outgoing } from './outgoing';
import { OutgoingError } from './outgoing-error';

const open: { outgoing: Outgoing[]; servers: Server[] } = { outgoing: [], servers: [] };
afterEach(async () => {
  await Promise.all(open.outgoing.splice(0).map((one) => one.onApplicationShutdown()));
  await Promise.all(
    open.servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    }),
  );
});

function caller(env: Record<string, string> = {}, addresses?: (host: string) => string[]): Outgoing {
  const settings = readSettings(env);
  const outgoing = addresses
    ? Outgoing.resolvingWith(settings, async (host) => addresses(host))
    : new Outgoing(settings);
  open.outgoing.push(outgoing);
  return outgoing;
}

async function peer(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  open.servers.push(server);
  await new Promise((done) => server.once('listening', done));
  return (server.address() as AddressInfo).port;
}

async function refusal(work: Promise<unknown>): Promise<OutgoingError> {
  const error = await work.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OutgoingError);
  return error as OutgoingError;
}

const HERE = { OUTGOING_ALLOWED_CIDRS: 'sso=127.0.0.0/8@*' };

describe('calls to other systems', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://[fd00::1]/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://0.0.0.0/',
    'https://[::]/',
  ])('N01 never reach %s', async (address) => {
    expect((await refusal(caller().call('sso', address))).reason).toBe('blocked');
  });

  it('N01 never reach a cloud’s metadata, whatever an operator opened', async () => {
    const wide = caller({ OUTGOING_ALLOWED_CIDRS: '0.0.0.0/0@*' });
    const error = await refusal(wide.call('sso', 'https://169.254.169.254/'));
    expect([error.reason, error.message]).toEqual(['blocked', expect.stringContaining('never called')]);
  });

  it('N02 judge the address the socket goes to, so a name that changes its mind gains nothing', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1'], ['93.184.216.34', '10.0.0.1']];
    const rebound = caller({}, () => answers[1] as string[]);
    expect((await refusal(rebound.call('sso', 'https://rebind.example/'))).reason).toBe('blocked');
    const mixed = caller({}, () => answers[2] as string[]);
    expect((await refusal(mixed.call('sso', 'https://mixed.example/'))).message).toContain('10.0.0.1');
  });

  it('N03 follow no redirect, carry no password in the address and keep to open ports', async () => {
    const port = await peer((_request, answer) => void answer.writeHead(302, { location: 'http://10.0.0.1/' }).end());
    const outgoing = caller(HERE);
    expect((await refusal(outgoing.call('sso', `http://127.0.0.1:${port}/`))).reason).toBe('redirected');
    for (const address of [
      'https://user:pass@example.com/',
      'https://example.com./',
      'http://example.com/',
      'ftp://x/',
    ])
      expect((await refusal(outgoing.call('sso', address))).reason, address).toBe('address');
    const public_ = caller({}, () => ['93.184.216.34']);
    expect((await refusal(public_.call('sso', 'https://example.com:6379/'))).message).toContain('port 6379');
  });

  it('N04 are cut when the other side is slow, endless or compresses unasked', async () => {
    const slow = await peer(() => undefined);
    const endless = await peer((_request, answer) => {
      const timer = setInterval(() => answer.write('x'.repeat(1024)), 1);
      answer.once('close', () => clearInterval(timer));
    });
    const declared = await peer((_request, answer) => void answer.writeHead(200, { 'content-length': 1e9 }).write('x'));
    const bomb = await peer((_request, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000)));
    });
    const outgoing = caller(HERE);
    const call = (port: number) =>
      refusal(outgoing.call('sso', `http://127.0.0.1:${port}/`, { timeoutMs: 500, maxBytes: 20_000 }));
    expect((await call(slow)).reason).toBe('timeout');
    expect((await call(endless)).reason).toBe('too_large');
    expect((await call(declared)).reason).toBe('too_large');
    expect((await call(bomb)).reason).toBe('encoded');
  });

  it('N05 reach a network that was opened for one use for that use only', async () => {
    const port = await peer((_request, answer) => void answer.end('hello'));
    const outgoing = caller(HERE);
    const answer = await outgoing.call('sso', `http://127.0.0.1:${port}/`);
    expect([answer.status, answer.body.toString()]).toEqual([200, 'hello']);
    expect((await refusal(outgoing.call('webhook', `http://127.0.0.1:${port}/`))).reason).toBe('address');
    expect((await refusal(outgoing.call('webhook', `https://127.0.0.1:${port}/`))).reason).toBe('blocked');
  });

  it('name a system that does not exist or does not listen, and never the path', async () => {
    const nobody = caller({}, () => {
      throw new Error('ENOTFOUND');
    });
    expect((await refusal(nobody.call('sso', 'https://nowhere.example/?key=s3cret'))).message).toBe(
      'The name nowhere.example is not known. Check its spelling and the DNS here.',
    );
    const error = await refusal(caller(HERE).call('sso', 'http://127.0.0.1:9/?key=s3cret'));
    expect([error.reason, error.message.includes('s3cret')]).toEqual(['unreachable', false]);
  });

  it('refuse a setting that is no network, with the entry in the sentence', () => {
    expect(() => readSettings({ OUTGOING_ALLOWED_CIDRS: 'sso=10.0.0.0' })).toThrow('"sso=10.0.0.0" is no network');
    expect(() => readSettings({ OUTGOING_ALLOWED_PORTS: '443,x' })).toThrow('"x" is no port');
  });
});
