import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { ActingPerson } from '../entering/acting-person';
import type { ExternalProof } from '../entering/external-proof';
import { provesMfa } from '../entering/proves-mfa';
import { SignInAttempts, type ClaimedAttempt } from '../entering/sign-in-attempts';
import { SsoRefused } from '../entering/sso-refused';
import { ExternalPeople } from '../identities/external-people';
import { GroupMappings } from '../mappings/group-mappings';
import { ConnectionHealth } from './connection-health';
import type { ConnectionTestDto } from './connection-test.dto';
import type { SignInConnectionEntity } from './sign-in-connection.entity';

const NOTHING: ConnectionTestDto = {
  state: 'pending',
  reason: null,
  sentence: null,
  pointer: null,
  claims: null,
  subject: null,
  email: null,
  name: null,
  groups: null,
  person: null,
  personSentence: null,
  roles: null,
  secondFactorThere: null,
  authTime: null,
};

/** A real sign-in that lets nobody in: it shows what the provider says, who that would be here and with which roles. */
@Injectable()
export class ConnectionTests {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly people: ExternalPeople,
    private readonly mappings: GroupMappings,
    private readonly health: ConnectionHealth,
    private readonly acting: ActingPerson,
    private readonly work: UnitOfWork,
  ) {}

  async passed(
    connection: SignInConnectionEntity,
    attempt: ClaimedAttempt,
    { proof, claims }: { proof: ExternalProof; claims: Record<string, unknown> },
  ): Promise<void> {
    const outcome = await this.describe(connection, { proof, claims });
    await this.work.run(async () => {
      const { user } = await this.acting.become(attempt);
      await this.attempts.keepOutcome(attempt.id, outcome);
      await this.health.noteTest(connection);
      await this.acting.note('sso.connection.tested', user, {
        connection: connection.name,
        connectionId: connection.id,
      });
    });
  }

  /** What the provider said, who that would be here and with which roles. */
  async describe(
    connection: SignInConnectionEntity,
    { proof, claims }: { proof: ExternalProof; claims: Record<string, unknown> },
  ): Promise<ConnectionTestDto> {
    return {
      ...NOTHING,
      ...(await this.foreseen(connection, proof)),
      state: 'passed',
      claims,
      subject: proof.subject.slice(0, 1024),
      email: proof.email,
      name: proof.name,
      groups: [...proof.groups],
      roles: await this.mappings.forGroups(connection.id, proof.groups),
      secondFactorThere: provesMfa(connection, proof),
      authTime: proof.authTime?.toISOString() ?? null,
    };
  }

  refused({ reason, sentence, pointer }: SsoRefused): ConnectionTestDto {
    return { ...NOTHING, state: 'refused', reason, sentence, pointer };
  }

  /** Kept for the administrator who is waiting for it; the refusal itself is written down by whoever refused. */
  async failed(attempt: ClaimedAttempt, refused: SsoRefused): Promise<void> {
    await this.attempts.keepOutcome(attempt.id, this.refused(refused));
  }

  async outcome(connectionId: string, id: string, userId: string): Promise<ConnectionTestDto> {
    const outcome = await this.attempts.outcomeOf<ConnectionTestDto>(id, connectionId, userId);
    return typeof outcome === 'string' ? { ...NOTHING, state: outcome } : outcome;
  }

  private async foreseen(
    connection: SignInConnectionEntity,
    proof: ExternalProof,
  ): Promise<Pick<ConnectionTestDto, 'person' | 'personSentence'>> {
    try {
      const person = await this.people.foresee(connection, proof);
      if (person === 'new') return { person: 'new', personSentence: 'A new account would be made.' };
      return { person: 'known', personSentence: `This is the account of ${person.name} (${person.email}).` };
    } catch (error) {
      if (error instanceof SsoRefused) return { person: 'refused', personSentence: error.sentence };
      throw error;
    }
  }
}
