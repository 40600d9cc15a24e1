import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../test/world';

const BROWSER = { accept: 'text/html' };

describe('the pages', () => {
  let world: World;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'clientst0r-pages-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>ClientSt0r</title>');
    writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'export {};');
    writeFileSync(join(root, 'assets', 'app-1a2b.js.br'), brotliCompressSync('export {};'));
    mkdirSync(join(root, 'help'));
    writeFileSync(join(root, 'help', 'api.html'), '<!doctype html><title>API reference</title>');
    world = await aWorld({ WEB_ROOT: root });
  });
  afterAll(async () => {
    await world.close();
    rmSync(root, { recursive: true });
  });

  const ask = (url: string, headers: Record<string, string> = {}) => world.app.inject({ url, headers });

  it.each(['/', '/setup', '/o/acme/assets?status=active'])(
    'answer %s with the application, never kept',
    async (url) => {
      const answer = await ask(url, BROWSER);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toContain('text/html');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    },
  );

  it('answer the address of the API reference with its own document, under the same policy', async () => {
    const [reference, home] = [await ask('/help/api?x=1', BROWSER), await ask('/help/api/more', BROWSER)];
    expect(reference.body).toContain('<title>API reference</title>');
    expect(reference.headers['cache-control']).toBe('no-cache');
    expect(reference.headers['content-security-policy']).toBe(home.headers['content-security-policy']);
    expect(home.body).toContain('<title>ClientSt0r</title>');
  });

  it('leave compressed when the browser takes that', async () => {
    const answer = await ask('/assets/app-1a2b.js', { 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['content-type']).toContain('javascript');
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe('export {};');
    expect((await ask('/assets/app-1a2b.js')).headers['content-encoding']).toBeUndefined();
  });

  it('keep files with a hash in their name for a year', async () => {
    const answer = await ask('/assets/app-1a2b.js');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it.each(['/assets/gone.js', '/.git/config', '/.env', '/assets/../secrets', '/api/v1/nothing'])(
    'do not answer %s',
    async (url) => {
      const answer = await ask(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('problem+json');
    },
  );
});
