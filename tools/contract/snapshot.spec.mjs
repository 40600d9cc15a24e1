import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences, restore, snapshot } from './snapshot.mjs';

describe('checking generated files', () => {
  let root;
  const write = (name, text) => writeFileSync(join(root, 'schema', name), text);
  const now = () => snapshot(['schema', 'absent'], root);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'st0r-contract-'));
    mkdirSync(join(root, 'schema'));
    write('openapi.json', 'old');
    write('gone.json', 'gone');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('names what changed, appeared and vanished, and puts everything back', () => {
    const before = now();
    write('openapi.json', 'new');
    write('more.json', '');
    rmSync(join(root, 'schema', 'gone.json'));
    expect(differences(before, now())).toEqual(['schema/gone.json', 'schema/more.json', 'schema/openapi.json']);
    restore(before, now(), root);
    expect(differences(before, now())).toEqual([]);
  });
});
