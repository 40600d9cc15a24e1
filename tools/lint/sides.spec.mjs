import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proves } from './fixtures.mjs';
import { root, tagOf } from './places.mjs';

const WEB = 'apps/web/src/shared/x.ts';
const SIDES = ['house/sides'];

describe('projects', () => {
  const projects = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );

  it.each(projects)('%s says what it is and on which side it runs', (project) => {
    expect(['app', 'kit', 'generated', 'test']).toContain(tagOf(project, 'kind'));
    expect(['server', 'browser', 'any']).toContain(tagOf(project, 'side'));
  });
});

describe('browser code', () => {
  proves(it, expect, [
    ['may use React', WEB, `import 'react';`, []],
    ['may not import Nest', WEB, `import '@nestjs/common';`, SIDES],
    ['may not import TypeORM', 'libs/ui/src/x.ts', `import 'typeorm';`, SIDES],
    ['may not import class-validator', WEB, `import 'class-validator';`, SIDES],
    ['may not import Node', WEB, `import 'node:fs';`, SIDES],
    ['may not import Node without its prefix', WEB, `import 'fs';`, SIDES],
    ['may not import a server library', WEB, `import '@st0r/dto';`, SIDES],
    ['may import a library of both sides', WEB, `import '@st0r/net';`, []],
    ['takes react-bootstrap from libs/ui', WEB, `import { Button } from 'react-bootstrap';\nButton;`, SIDES],
    ['finds react-bootstrap in libs/ui', 'libs/ui/src/x.ts', `import 'react-bootstrap/Button';`, []],
  ]);
});

describe('code of both sides', () => {
  proves(it, expect, [
    ['may not import Node', 'libs/net/src/x.ts', `import 'node:net';`, SIDES],
    ['may not import Nest', 'libs/list-query/src/x.ts', `import '@nestjs/common';`, SIDES],
    ['may not import React', 'libs/net/src/x.ts', `import 'react';`, SIDES],
    ['may not import Node in the browser part of crypto', 'libs/crypto/src/browser/x.ts', `import 'crypto';`, SIDES],
    ['may not import Node where the browser part reaches', 'libs/crypto/src/uuid7.ts', `import 'crypto';`, SIDES],
    ['may not reach the server part', 'libs/crypto/src/browser.ts', `import './keyring';`, SIDES],
    ['is what the web app takes from crypto', WEB, `import '@st0r/crypto/browser';`, []],
    ['does not hide the server part from the web app', WEB, `import '@st0r/crypto';`, SIDES],
    ['may import Node in the server part of crypto', 'libs/crypto/src/x.ts', `import 'node:crypto';`, []],
    ['reads files behind a side door', 'libs/net/src/oui.ts', `import 'node:fs';`, []],
    ['does not lead the browser through that door', WEB, `import '@st0r/net/oui';`, SIDES],
    ['may not import a server library', 'libs/net/src/x.ts', `import '@st0r/dto';`, SIDES],
  ]);
});

describe('apps', () => {
  proves(it, expect, [
    ['are imported by no library', 'libs/net/src/x.ts', `import '../../../apps/api/src/x';`, SIDES],
    ['are imported by no journey', 'e2e/x.ts', `import '../apps/api/src/x';`, SIDES],
    ['do not import each other', WEB, `import '../../../api/src/schema/x';`, SIDES],
    ['the API draws nothing', 'apps/api/src/platform/http/x.ts', `import 'react';`, SIDES],
  ]);
});
