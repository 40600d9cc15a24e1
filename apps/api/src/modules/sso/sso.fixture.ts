import type { FastifyReply } from 'fastify';
import { uuid7 } from '@st0r/crypto';
import { Repositories } from '../../platform/database';
import type { Person, World } from '../../../test/world';
import { SignInConnectionEntity } from './connections/sign-in-connection.entity';
import type { ExternalProof } from './entering/external-proof';
import { ExternalSignIn } from './entering/external-sign-in';
import type { SsoRefused } from './entering/sso-refused';

type Row = Record<string, unknown>;

/** A connection record as it stands after the wizard, enabled unless told otherwise. */
export async function aConnection(
  world: World,
  own: Partial<SignInConnectionEntity> = {},
): Promise<SignInConnectionEntity> {
  return world.inside(() =>
    world.app
      .get(Repositories)
      .house(SignInConnectionEntity)
      .create({
        kind: 'oidc',
        name: `Connection ${uuid7().slice(-4)}`,
        state: 'enabled',
        position: 10,
        buttonLabel: null,
        buttonShown: true,
        jit: true,
        mfaTrusted: false,
        mfaAmr: ['mfa'],
        mfaAcr: [],
        config: {},
        ...own,
      }),
  );
}

/** What a connection verified about somebody. */
export function aProof(own: Partial<ExternalProof> = {}): ExternalProof {
  const subject = own.subject ?? uuid7();
  const email = `${subject.slice(-8)}@contoso.example`;
  return {
    subject,
    email,
    name: 'Connie Contoso',
    groups: [],
    amr: [],
    acr: [],
    authTime: null,
    providerSession: null,
    logoutHint: null,
    ...own,
  };
}

/** Cookies an answer set, by name. */
export type Jar = Record<string, string>;

/** Brings a proof to the door; answers the next step and the cookies. */
export async function enter(
  world: World,
  connection: SignInConnectionEntity,
  proof: ExternalProof,
): Promise<{ step: string; jar: Jar }> {
  const jar: Jar = {};
  const reply = {
    setCookie: (name: string, value: string) => (jar[name] = value),
    clearCookie: () => undefined,
    header: () => undefined,
  } as unknown as FastifyReply;
  const step = await world.inside(() => world.app.get(ExternalSignIn).enter(connection, proof, reply));
  return { step, jar };
}

/** The reason something was refused for. */
export function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'not refused',
    (error: SsoRefused) => error.reason ?? String(error),
  );
}

/** Headers of a browser with these cookies. */
export const browser = (jar: Jar): Record<string, string> => ({
  'x-msp': '1',
  cookie: Object.entries(jar)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
});

/** Gives a role to a group of a connection, as somebody who may. */
export async function aMapping(
  world: World,
  by: Person,
  {
    connection,
    group,
    organisation,
    role,
  }: { connection: SignInConnectionEntity; group: string; organisation: { id: string }; role: string },
): Promise<Row> {
  const [{ id: roleId } = { id: '' }] = await world.sql<{ id: string }>('SELECT id FROM role WHERE template = ?', [
    role,
  ]);
  const answer = await by.post(`/sign-in-connections/${connection.id}/mappings`, {
    group,
    organisationId: organisation.id,
    roleId,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as Row;
}
