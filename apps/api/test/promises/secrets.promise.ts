import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { fieldsOf, inputDtos, outputDtos, type DtoClass, type FieldSpec } from '@st0r/dto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Log } from '../../src/platform/http';
import type { Caller } from '../caller';
import { NOBODY, type Findings, type Stage } from './stage';

type Json = Record<string, unknown>;

const FORBIDDEN =
  /passw|secret|seed|token|hash|pepper|private|passphrase|credentialkey|api_?key|pin$|cvv|cookie|blob|nonce|wrapped|mac$|otp/i;

/** What looks like a secret and is none, or is one that this very answer exists to hand over once. Each with its reason. */
export const DELIBERATE: Readonly<Record<string, string>> = {
  'AssetInterface.mac': 'a network address',
  'ScanFound.sharedMac': 'a network address',
  'BulkResult.previewToken': 'names a preview of the same person; it opens nothing',
  'AssetBulkResult.previewToken': 'names a preview of the same person; it opens nothing',
  'IssuedApiKey.secret': 'the key itself, shown once to the person who made it',
  'MailSettings.passwordKept': 'whether a password is kept, sealed',
  'SignInConnection.secretsHeld': 'names of the secrets that are stored',
  'MyMfa.totp': 'whether a second factor is set up',
  'Offboarding.apiKeys': 'a number',
  'SeenSecretCount.secrets': 'a number',
  'MyMfa.password': 'whether there is one',
  'StepUpWays.password': 'whether it is asked for',
  'SecondFactorWays.totp': 'whether a code will do',
  'TotpEnrolment.otpauthUri': 'the new factor, shown once to the person it belongs to',
  'TotpEnrolment.secret': 'the new factor, shown once to the person it belongs to',
  'TokenPair.accessToken': 'the answer to a sign-in of an integrator',
  'TokenPair.refreshToken': 'the answer to a sign-in of an integrator',
  'CredentialIdentifiers.otpIssuer': 'a name',
  'CredentialIdentifiers.otpAccount': 'a name',
  'Credential.secrets': 'names of the fields that have one',
  'Credential.secretChangedAt': 'a time',
  'Credential.secretAgeDays': 'a number of days',
};

/** No answer declares a property named like a secret, or of the kind that only comes in. */
export function answersDeclareNoSecrets(
  answers: readonly DtoClass[] = outputDtos(),
  deliberate: Readonly<Record<string, string>> = DELIBERATE,
): Findings {
  return answers.flatMap((dto) =>
    fieldsOf(dto)
      .filter((spec) => spec.kind === 'secret' || FORBIDDEN.test(spec.name))
      .map((spec) => `${dto.name.replace(/Dto$/, '')}.${spec.name}`)
      .filter((name) => !(name in deliberate)),
  );
}

/** Everything a process said while `listening` is true. */
export interface Heard {
  lines: string[];
  stop(): void;
}

/** Catches every log line, whatever its level, and everything printed. */
export function listen({ world }: Pick<Stage, 'world'>): Heard {
  const lines: string[] = [];
  const into = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = world.app.get(Log);
  const before = Reflect.get(log, 'pino') as unknown;
  Reflect.set(log, 'pino', pino({ level: 'trace', base: null }, into));
  return { lines, stop: () => void Reflect.set(log, 'pino', before) };
}

/** A route that takes a body, with the class of that body. */
export interface BodyRoute {
  method: 'post' | 'patch';
  path: string;
  body: DtoClass;
}

/** Every route of the process that takes a declared body. */
export function bodyRoutes({ world }: Stage): BodyRoute[] {
  const inputs = new Set<unknown>(inputDtos());
  const [discovery, scanner] = [world.app.get(DiscoveryService, { strict: false }), new MetadataScanner()];
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance ?? {}) as Json;
    return scanner.getAllMethodNames(prototype).flatMap((name): BodyRoute[] => {
      const handler = prototype[name] as Type;
      const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as unknown[];
      const body = types.find((type) => inputs.has(type)) as DtoClass | undefined;
      const verb = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (!body || (verb !== RequestMethod.POST && verb !== RequestMethod.PATCH)) return [];
      const parts = [Reflect.getMetadata('path', metatype as Type), Reflect.getMetadata('path', handler)] as string[];
      const path = parts
        .map((part) => String(part).replace(/^\/|\/$/g, ''))
        .filter(Boolean)
        .join('/');
      return [{ method: verb === RequestMethod.POST ? 'post' : 'patch', path: `/${path}`, body }];
    });
  });
}

const holdsSecrets = (dto: DtoClass): boolean =>
  fieldsOf(dto).some((spec) => spec.kind === 'secret' || (spec.of !== undefined && holdsSecrets(spec.of())));

/** Sends `sentinel` as every secret of every body (of the routes under a path), well and badly formed, and answers what said it aloud. */
export async function secretsStayInside(
  stage: Stage,
  sentinel: string,
  under = '/',
): Promise<{ routes: number; findings: Findings }> {
  const routes = bodyRoutes(stage).filter(({ path, body }) => path.startsWith(under) && holdsSecrets(body));
  const heard = listen(stage);
  const findings: Findings = [];
  const people: Caller[] = [stage.keeper, stage.world.nobody()];
  for (const route of routes)
    for (const person of people)
      for (const body of [
        sample(route.body, sentinel, stage),
        { ...sample(route.body, sentinel, stage), surprise: sentinel.length },
      ]) {
        const path = route.path.replace(/:\w+/g, NOBODY);
        const answer = await person[route.method](path, body);
        if (says(JSON.stringify([answer.text, answer.headers]), sentinel))
          findings.push(`${route.method} ${route.path} answered with a secret: ${answer.text.slice(0, 300)}`);
        if (answer.status >= 500) findings.push(`${route.method} ${route.path} answered ${answer.status}`);
      }
  heard.stop();
  if (says(heard.lines.join('\n'), sentinel)) findings.push(`a log line holds a secret`);
  return { routes: routes.length, findings };
}

/** True when a text holds the sentinel plainly or in one of the spellings secrets travel in. */
export function says(text: string, sentinel: string): boolean {
  const raw = Buffer.from(sentinel);
  return [
    sentinel,
    raw.toString('base64').replace(/=+$/, '').slice(0, -2),
    raw.toString('hex'),
    encodeURIComponent(sentinel),
  ].some((one) => text.includes(one));
}

/** Tables whose rows hold the sentinel, in any column. */
export async function tablesThatSay({ world }: Stage, sentinel: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
    [world.database.name],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql<Json>(`SELECT * FROM \`${name}\``);
    const text = rows.map((row) =>
      Object.values(row)
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
        .join('\n'),
    );
    if (text.some((one) => says(one, sentinel))) found.push(name);
  }
  return found;
}

/** A body that fits its DTO as far as types go, with the sentinel in every secret. */
export function sample(dto: DtoClass, sentinel: string, stage: Stage): Json {
  const one = (spec: FieldSpec): unknown => {
    if (spec.kind === 'secret') return sentinel.slice(0, spec.max);
    if (spec.name === 'organisationId') return stage.acme.id;
    if (spec.kind === 'text') return /email/i.test(spec.name) ? 'person1@example.test' : 'sample'.slice(0, spec.max);
    if (spec.kind === 'choice') return spec.choices?.[0];
    if (spec.kind === 'object' && spec.of) return sample(spec.of(), sentinel, stage);
    return {
      int: spec.min ?? 0,
      money: 0,
      decimal: 0,
      flag: false,
      id: NOBODY,
      json: {},
      day: '2026-01-31',
      moment: '2026-01-31T10:00:00Z',
    }[spec.kind as 'int'];
  };
  const wanted = fieldsOf(dto).filter(
    (spec) => !spec.optional || spec.kind === 'secret' || (spec.of && holdsSecrets(spec.of())),
  );
  return Object.fromEntries(wanted.map((spec) => [spec.name, spec.list ? [one(spec)] : one(spec)]));
}
