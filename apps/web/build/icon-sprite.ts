import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const module = 'virtual:icon-sprite';

/** Names of icons written anywhere in the given sources, and nothing else: the sprite holds what is used. */
export function usedIcons(sources: readonly string[], known: ReadonlySet<string>): string[] {
  const literals = sources.flatMap((source) =>
    [...source.matchAll(/['"]([a-z0-9-]+)['"]/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(literals)].filter((name) => known.has(name)).toSorted();
}

/** One SVG with a symbol per icon, from the files of bootstrap-icons. */
export function spriteOf(names: readonly string[], read: (name: string) => string): string {
  const symbols = names.map((name) => {
    const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(read(name))?.[1] ?? '';
    return `<symbol id="${name}" viewBox="0 0 16 16">${inner.replaceAll(/\s+/g, ' ').trim()}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** Vite plug-in: `virtual:icon-sprite` is the address of the sprite, with a content hash in the build. */
export function iconSprite(root: string): Plugin {
  const icons = join(root, 'node_modules/bootstrap-icons');
  const font = JSON.parse(readFileSync(join(icons, 'font/bootstrap-icons.json'), 'utf8')) as Record<string, number>;
  const known = new Set(Object.keys(font));
  const make = () => {
    const files = globSync(['apps/web/src/**/*.{ts,tsx}', 'libs/ui/src/**/*.{ts,tsx}'], { cwd: root });
    const names = usedIcons(
      files.map((file) => readFileSync(join(root, file), 'utf8')),
      known,
    );
    return spriteOf(names, (name) => readFileSync(join(icons, 'icons', `${name}.svg`), 'utf8'));
  };
  let serving = false;
  return {
    name: 'icon-sprite',
    configResolved: (config) => void (serving = config.command === 'serve'),
    resolveId: (id) => (id === module ? `\0${module}` : undefined),
    load(id) {
      if (id !== `\0${module}`) return undefined;
      if (serving) return `export default '/icons.svg';`;
      const source = make();
      const fileName = `assets/icons-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.svg`;
      this.emitFile({ type: 'asset', fileName, source });
      return `export default '/${fileName}';`;
    },
    configureServer(server) {
      server.middlewares.use('/icons.svg', (_, response) => {
        response.setHeader('content-type', 'image/svg+xml').end(make());
      });
    },
  };
}
