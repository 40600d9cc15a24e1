import { describe, expect, it } from 'vitest';
import { proves, rulesBrokenBy, rulesBrokenWithTypesBy } from './fixtures.mjs';

const ORGS = 'apps/api/src/modules/orgs';
const ASSETS = 'apps/api/src/modules/assets';
const DATABASE = 'apps/api/src/platform/database';
const FEATURE = 'apps/web/src/features/assets';
const DOOR = ['house/data-door'];
const TOKENS = ['house/tokens-only'];

describe('the only door to data', () => {
  proves(it, expect, [
    [
      'leaves entity declarations alone',
      `${ORGS}/org.entity.ts`,
      `import { Column, Entity } from 'typeorm';\nColumn; Entity;`,
      [],
    ],
    ['refuses a data source', `${ORGS}/x.ts`, `import { DataSource } from 'typeorm';\nDataSource;`, DOOR],
    [
      'refuses a repository type',
      `${ORGS}/x.ts`,
      `import type { Repository } from 'typeorm';\nexport type R = Repository<object>;`,
      DOOR,
    ],
    [
      'refuses an entity manager',
      'libs/dto/src/x.ts',
      `import { EntityManager } from 'typeorm';\nEntityManager;`,
      DOOR,
    ],
    ['refuses all of TypeORM at once', `${ORGS}/x.ts`, `import * as orm from 'typeorm';\norm;`, DOOR],
    ['refuses the bare driver', `${ORGS}/x.ts`, `import 'mysql2/promise';`, DOOR],
    [
      'refuses an injected repository',
      `${ORGS}/x.ts`,
      `export class X { constructor(@InjectRepository(Y) readonly y: Z) {} }`,
      DOOR,
    ],
    ['refuses a bare query builder', `${ORGS}/x.ts`, `export const x = rows.createQueryBuilder('a');`, DOOR],
    [
      'lets migrations name their tools',
      `${ORGS}/migrations/x.ts`,
      `import { MigrationInterface, QueryRunner } from 'typeorm';\nMigrationInterface; QueryRunner;`,
      [],
    ],
    [
      'refuses more than those in a migration',
      `${ORGS}/migrations/x.ts`,
      `import { DataSource } from 'typeorm';\nDataSource;`,
      DOOR,
    ],
    ['stands in platform/database', `${DATABASE}/x.ts`, `import { DataSource } from 'typeorm';\nDataSource;`, []],
    [
      'lets the test world look behind it',
      'apps/api/test/x.ts',
      `import { DataSource } from 'typeorm';\nDataSource;`,
      [],
    ],
  ]);
});

describe('the platform administrator', () => {
  const BRANCH = ['house/no-admin-branch'];
  const read = `export const may = (user) => user.isPlatformAdmin || user['platformAdmin'];`;
  proves(it, expect, [
    ['opens no branch in a module', `${ASSETS}/asset.policy.ts`, read, BRANCH],
    [
      'opens none by destructuring',
      `${ASSETS}/x.ts`,
      `export const may = ({ platformAdmin }) => platformAdmin;`,
      BRANCH,
    ],
    ['is known to the authorizer', 'apps/api/src/platform/authorize/x.ts', read, []],
    ['is known to auth', 'apps/api/src/modules/auth/x.ts', read, []],
  ]);
});

describe('Nest', () => {
  const nest = `import { Injectable } from '@nestjs/common';\n`;
  const injected = `@Injectable() export class A { constructor(private readonly orgs: Orgs) {} }`;
  const handler = `import { Body, Post } from '@nestjs/common';\nclass A { @Post() add(@Body() body: NewOrg) { return body; } }\nnew A();`;
  const named = `@Injectable() export class A { constructor(@Inject('x') readonly orgs: Orgs) {} }`;
  proves(it, expect, [
    [
      'keeps a class it injects as a value import',
      `${ASSETS}/x.ts`,
      `${nest}import { Orgs } from '../orgs';\n${injected}`,
      [],
    ],
    [
      'refuses a class it injects as a type',
      `${ASSETS}/x.ts`,
      `${nest}import type { Orgs } from '../orgs';\n${injected}`,
      ['house/value-imports'],
    ],
    ['keeps a body class as a value import', `${ORGS}/x.ts`, `import { NewOrg } from './org.dto';\n${handler}`, []],
    [
      'refuses a body class as a type',
      `${ORGS}/x.ts`,
      `import { type NewOrg } from './org.dto';\n${handler}`,
      ['house/value-imports'],
    ],
    [
      'takes a type where a token names the provider',
      `${ASSETS}/x.ts`,
      `import { Inject, Injectable } from '@nestjs/common';\nimport type { Orgs } from '../orgs';\n${named}`,
      [],
    ],
    [
      'takes one from a decorator made of Inject',
      `${ASSETS}/x.ts`,
      `${nest}import { InjectSettings, type Settings } from '../../platform/config';\n@Injectable() export class A { constructor(@InjectSettings() readonly s: Settings) {} }`,
      [],
    ],
    [
      'uses no forwardRef',
      `${ORGS}/x.ts`,
      `import { forwardRef } from '@nestjs/common';\nforwardRef;`,
      ['house/no-forward-ref'],
    ],
  ]);
});

describe('a feature of the web app', () => {
  const style = (value) => `export const X = () => <div style={{ ${value} }} />;`;
  proves(it, expect, [
    ['paints no hex colour', `${FEATURE}/x.tsx`, style(`border: '1rem solid #abc'`), TOKENS],
    ['paints no colour in an attribute', `${FEATURE}/x.tsx`, `export const X = () => <path fill="#aabbcc" />;`, TOKENS],
    ['paints no rgb()', `${FEATURE}/x.ts`, `export const red = 'rgb(255 0 0)';`, TOKENS],
    ['measures no pixels', `${FEATURE}/x.tsx`, style(`width: '12px'`), TOKENS],
    ['measures none in a template', `${FEATURE}/x.tsx`, style('width: `${n}0px`, top: `4px`'), TOKENS],
    ['measures none as a number', `${FEATURE}/x.tsx`, style('width: 12'), TOKENS],
    ['may use a share and an order', `${FEATURE}/x.tsx`, style(`width: '50%', order: 2, top: 0`), []],
    ['may link to an anchor', `${FEATURE}/x.tsx`, `export const X = () => <a href="#add">Add</a>;`, []],
    ['may name a ticket', `${FEATURE}/x.ts`, `export const title = 'Ticket #123 is open';`, []],
    ['paints no colour in a stylesheet', `${FEATURE}/x.css`, `.a {\n  color: #abc;\n}\n`, TOKENS],
    ['measures no pixels in a stylesheet', `${FEATURE}/x.css`, `.a { padding: 3px; }\n`, TOKENS],
    ['uses tokens in a stylesheet', `${FEATURE}/x.css`, `/* not #abc */ .a { color: var(--bs-body-color); }\n`, []],
    ['does not call fetch', `${FEATURE}/x.ts`, `export const load = () => fetch('/x');`, ['no-restricted-globals']],
    [
      'does not call window.fetch',
      `${FEATURE}/x.ts`,
      `export const load = () => window.fetch('/x');`,
      ['no-restricted-properties'],
    ],
    [
      'calls hooks in the same order every time',
      `${FEATURE}/x.tsx`,
      `import { useState } from 'react';\nexport const X = ({ on }) => { if (on) useState(1); return null; };`,
      ['react-hooks/rules-of-hooks'],
    ],
  ]);
});

describe('a function', () => {
  const MANY = ['no-restricted-syntax'];
  const seven = 'readonly a, readonly b, readonly c, readonly d, readonly e, readonly f, readonly g';
  proves(it, expect, [
    ['names what it takes beyond three', `${ORGS}/x.ts`, `export const f = (a, b, c, d) => [a, b, c, d];`, MANY],
    ['names it in a method too', `${ORGS}/x.ts`, `export class X { f(a, b, c, d) { return [a, b, c, d]; } }`, MANY],
    [
      'is left to Nest as a handler',
      `${ORGS}/x.ts`,
      `export class X { @Get() f(a, b, c, d) { return [a, b, c, d]; } }`,
      [],
    ],
    ['has six collaborators at most in a class', `${ORGS}/x.ts`, `export class X { constructor(${seven}) {} }`, MANY],
  ]);
});

describe('plain mistakes', () => {
  const at = `${ORGS}/x.ts`;
  proves(it, expect, [
    ['loose equality', at, `export const f = (a, b) => a == b;`, ['eqeqeq']],
    ['equality with null is fine', at, `export const f = (a) => a == null;`, []],
    ['a forgotten breakpoint', at, `debugger;\nexport {};`, ['no-debugger']],
    ['text run as code', at, `export const f = (a) => eval(a);`, ['no-eval']],
    ['text made a function', at, `export const f = (a) => new Function(a);`, ['no-new-func']],
    ['var', at, `export var a = 1;`, ['no-var']],
    ['a variable that never varies', at, `let a = 1;\nexport const b = a;`, ['prefer-const']],
    ['an import nobody uses', at, `import { a } from './a';`, ['@typescript-eslint/no-unused-vars']],
    [
      'a constructor that does nothing',
      at,
      `export class X { constructor() {} }`,
      ['@typescript-eslint/no-useless-constructor'],
    ],
    [
      'an effect that forgets what it reads',
      `${FEATURE}/x.tsx`,
      `import { useEffect } from 'react';\nexport const useX = (a) => useEffect(() => void console.log(a), []);`,
      ['react-hooks/exhaustive-deps'],
    ],
  ]);
});

describe('every file', () => {
  const lines = (count) => 'export {};\n'.repeat(count);
  proves(it, expect, [
    ['lives in a folder that says what it holds', `${ORGS}/utils/x.ts`, `export {};`, ['house/folder-names']],
    ['has no any', `${ORGS}/x.ts`, `export const x = {} as any;`, ['@typescript-eslint/no-explicit-any']],
    ['hides no type error', `${ORGS}/x.ts`, `// @ts-ignore\nexport {};`, ['@typescript-eslint/ban-ts-comment']],
    [
      'imports types as types',
      `${ORGS}/x.ts`,
      `import { Org } from './org';\nexport type O = Org;`,
      ['@typescript-eslint/consistent-type-imports'],
    ],
    ['has at most 300 lines', `${ORGS}/x.ts`, lines(301), ['max-lines']],
    ['as a test at most 400', `${ORGS}/x.spec.ts`, lines(400), []],
    ['as a test not more', `${ORGS}/x.spec.ts`, lines(401), ['max-lines']],
    ['leaves no test out', `${ORGS}/x.spec.ts`, `it.only('x', () => {});`, ['no-restricted-properties']],
    ['switches nothing off', `${ORGS}/x.ts`, `// oxlint-${'dis'}able\nexport {};`, ['no-warning-comments']],
    ['postpones nothing', `${ORGS}/x.ts`, `// ${'TO'}DO later\nexport {};`, ['no-warning-comments']],
  ]);

  it('of the API awaits what it starts', async () => {
    const text = `export const write = async () => {};\nexport const act = () => {\n  write();\n};`;
    const broken = await rulesBrokenWithTypesBy('apps/api/src/platform/errors/domain-error.ts', text);
    expect(broken).toEqual(['@typescript-eslint/no-floating-promises']);
  }, 60_000);

  it('of the API does not ask a promise for truth', async () => {
    const text = `export const may = async () => false;\nexport const act = () => (may() ? 1 : 2);`;
    const broken = await rulesBrokenWithTypesBy('apps/api/src/platform/errors/domain-error.ts', text);
    expect(broken).toEqual(['@typescript-eslint/no-misused-promises']);
  }, 60_000);

  it('cannot switch a rule off', async () => {
    const text = `/* eslint-disable */\nexport const x = {} as any;`;
    expect(await rulesBrokenBy(`${ORGS}/x.ts`, text)).toContain('@typescript-eslint/no-explicit-any');
  });

  it('passes when it keeps to all of this', async () => {
    const text = [
      `import { Injectable } from '@nestjs/common';`,
      `import { TenantRepository } from '../../platform/database';`,
      `import { Orgs } from '../orgs';`,
      `import { type AssetId } from './asset.entity';`,
      ``,
      `@Injectable()`,
      `export class AssetService {`,
      `  constructor(private readonly assets: TenantRepository, private readonly orgs: Orgs) {}`,
      ``,
      `  find(id: AssetId): Promise<object> {`,
      `    return this.assets.findOne(id);`,
      `  }`,
      `}`,
    ].join('\n');
    expect(await rulesBrokenBy(`${ASSETS}/asset.service.ts`, text)).toEqual([]);
  });
});
