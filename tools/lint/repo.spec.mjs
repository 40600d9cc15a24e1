import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graph } from '../../apps/api/src/modules/graph.mjs';
import { diagramOf } from './graph-diagram.mjs';
import { isTest, root } from './places.mjs';

const ROOT = [
  ...['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json', 'eslint.config.mjs', '.npmrc'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md'],
  ...['.gitignore', '.gitattributes', '.dockerignore', '.prettierignore', '.git'],
  ...['.ci', 'apps', 'libs', 'docker', 'deploy', 'e2e', 'docs', 'tools'],
];
const TEXT = /\.(?:[cm]?[jt]sx?|json|md|css|html|ya?ml|sql|graphql|sh|conf|service|txt)$|\/(?:Dockerfile|run)$/;

/** Patterns of .gitignore, which are plain names, folders and `*.ending` here. */
const ignored = read('.gitignore').split('\n').filter(Boolean);
const files = filesIn('');
const pages = files.filter((path) => path.endsWith('.md'));

describe('the repository', () => {
  it('has nothing loose at its root', () => {
    const loose = readdirSync(root).filter((name) => !isIgnored(name) && !ROOT.includes(name));
    expect(loose).toEqual([]);
  });

  it('names no path of the machine it was written on', () => {
    const machine = /\/work\/(?:main|shared)\b|\/tmp\/(?:brief|bash_jobs)|\bfile:\/\/\/(?:home|root)\b/;
    expect(textsMatching(machine)).toEqual([]);
  });

  it('mentions material outside of it in tests only', () => {
    expect(textsMatching(/\bshared\/(?:data|design)\b/).filter((path) => !isTest(path))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const broken = linksIn(read(page)).filter((link) => !resolves(page, link));
    expect(broken).toEqual([]);
  });

  it('are all in the index', () => {
    const linked = linksIn(read('docs/README.md')).map((link) => join('docs', link));
    const missing = pages.filter((page) => /^docs\/(?!README)/.test(page) && !linked.includes(page));
    expect(missing).toEqual([]);
  });

  it('draw the module graph that lint enforces', () => {
    const drawn = /<!-- graph -->\s*```mermaid\n([\s\S]*?)\n```/.exec(read('docs/architecture.md'))?.[1];
    expect(drawn).toBe(diagramOf(graph));
  });

  it('name each module of the graph that exists in its own folder', () => {
    const modules = readdirSync(join(root, 'apps/api/src/modules'), { withFileTypes: true });
    const unknown = modules.filter((each) => each.isDirectory() && !graph[each.name]).map((each) => each.name);
    expect(unknown).toEqual([]);
  });
});

describe('a decision', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));

  it.each(decisions)('%s is numbered, dated and says why', (page) => {
    const number = /\/(\d{3})-/.exec(page)?.[1];
    expect(read(page)).toMatch(
      new RegExp(`^# ${number} .+\\n\\n\\d{4}-\\d\\d-\\d\\d · (?:proposed|accepted|superseded by)`),
    );
    expect(read(page).match(/^## .+$/gm)).toEqual(['## Context', '## Decision', '## Consequences']);
  });

  it('has a number of its own', () => {
    const numbers = decisions.map((page) => page.slice(15, 18));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function isIgnored(name) {
  return ignored.some((pattern) =>
    pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : pattern.replaceAll('/', '') === name,
  );
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !isIgnored(name) && name !== '.git')
    .flatMap((each) => {
      const path = join(folder, each.name);
      return each.isDirectory() ? filesIn(path) : [path];
    });
}

function textsMatching(pattern) {
  return files.filter((path) => TEXT.test(path) && pattern.test(read(path)));
}

function linksIn(markdown) {
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)/g), ...prose.matchAll(/\b(?:src|srcset)="([^"\s]+)"/g)];
  return links.map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
}

function resolves(page, link) {
  const [path, anchor] = link.split('#');
  const target = path ? join(dirname(page), path) : page;
  if (!existsSync(join(root, target))) return false;
  return !anchor || anchorsOf(read(target)).includes(anchor);
}

function anchorsOf(markdown) {
  const headings = markdown.match(/^#+ .+$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
