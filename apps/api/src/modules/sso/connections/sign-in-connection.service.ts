import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Conflict, Invalid } from '../../../platform/errors';
import type { Changes } from '../../../platform/events';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { ConnectionDomains } from './connection-domains';
import { ConnectionHealth } from './connection-health';
import { ConnectionKinds, type ConnectionKindRules } from './connection-kinds';
import { ConnectionSecrets } from './connection-secrets';
import type { SignInConnectionCreateDto, SignInConnectionUpdateDto } from './sign-in-connection.dto';
import { CONNECTION_KINDS, SignInConnectionEntity, type ConnectionKind } from './sign-in-connection.entity';
import { MappedRoles } from '../mappings/mapped-roles';
import { signInConnectionResource } from './sign-in-connection.resource';

type Row = Record<string, unknown>;

const ALWAYS = [
  'name',
  'position',
  'buttonShown',
  'jit',
  'mfaTrusted',
  'mfaAmr',
  'mfaAcr',
  'domains',
  ...CONNECTION_KINDS,
];
/** Without values of its own, a trusted provider is asked for the one RFC 8176 names. */
const DEFAULTS = {
  position: 100,
  buttonLabel: null,
  buttonShown: true,
  jit: false,
  mfaTrusted: false,
  mfaAmr: ['mfa'],
  mfaAcr: [],
};

/** Connections as records: a new one is a draft, and nothing here lets anybody in. */
@Injectable()
export class SignInConnectionService extends ResourceService<SignInConnectionEntity> {
  constructor(
    house: ResourceHouse,
    private readonly kinds: ConnectionKinds,
    private readonly secrets: ConnectionSecrets,
    private readonly domains: ConnectionDomains,
    private readonly health: ConnectionHealth,
    private readonly roles: MappedRoles,
  ) {
    super(signInConnectionResource, house);
  }

  override async create(input: SignInConnectionCreateDto): Promise<object> {
    const { kind, domains, ...given } = input;
    const rules = this.kinds.find(kind);
    if (!rules) throw Invalid.field('/kind', 'unsupported', 'This installation does not speak this kind yet.');
    const config = rules.configure({}, partOf(kind, given));
    const own = { ...DEFAULTS, ...keepAlwaysSet(columnsOf(given), ALWAYS) };
    const row = await this.repository.create({ kind, state: 'draft', ...own, config });
    await this.domains.replace(row.id, domains ?? []);
    return this.show(row);
  }

  override async update(id: string, patch: SignInConnectionUpdateDto, version?: number): Promise<object> {
    const row = await this.forWrite(id, 'update');
    const { domains, ...given } = keepAlwaysSet(patch, ALWAYS) as SignInConnectionUpdateDto;
    const config = this.kinds.of(row.kind).configure(row.config, partOf(row.kind, given));
    const parts = {
      ...(domains && (await this.domains.replace(id, domains))),
      ...(await this.secretsLeftBehind(row, config)),
    };
    return this.show(
      await this.repository.updateWhole(row, { ...columnsOf(given), config }, { expected: version, parts }),
    );
  }

  /** What a secret was given for is what it is sent to, and nothing else. */
  private async secretsLeftBehind({ id, kind, config }: SignInConnectionEntity, next: Row): Promise<Changes> {
    const rules = this.kinds.of(kind);
    const [from, to] = [rules.destination?.(config) ?? '', rules.destination?.(next) ?? ''];
    return from !== '' && from !== to && (await this.secrets.forget(id)) ? { secrets: 'changed' } : {};
  }

  override async archive(id: string): Promise<object> {
    const row = await this.forWrite(id, 'archive');
    if (row.state === 'enabled')
      throw new Conflict('connection.enabled', { detail: 'Disable the connection first; its sessions end then.' });
    await this.domains.replace(id, []);
    // Nobody comes in through it any more whose groups could be asked, and nobody may take these roles by hand.
    await this.roles.end(row);
    return this.show(await this.repository.archive(row));
  }

  /** The connection itself, for verbs of its own. */
  entity(id: string): Promise<SignInConnectionEntity> {
    return this.forWrite(id, 'update');
  }

  protected override computed(): readonly string[] {
    return [...CONNECTION_KINDS, 'domains', 'secretsHeld', 'missing', 'addresses', 'health'];
  }

  protected override async decorate(rows: readonly Row[]): Promise<void> {
    await super.decorate(rows);
    const ids = rows.map((row) => String(row['id']));
    const connections = ids.length > 0 ? await this.repository.find({ id: In(ids) } as never) : [];
    const [secrets, domains, health] = [
      await this.secrets.held(ids),
      await this.domains.rules.of(ids),
      await this.health.of(ids),
    ];
    for (const row of rows) {
      const connection = connections.find(({ id }) => id === row['id']) as SignInConnectionEntity;
      const held = (secrets.get(connection.id) ?? []).map(({ field }) => field);
      const rules = this.kinds.find(connection.kind);
      const known = health.get(connection.id);
      const tested = known?.testedFingerprint?.equals(await this.health.fingerprint(connection)) ?? false;
      Object.assign(row, {
        [connection.kind]: rules?.shown?.(connection.config) ?? connection.config,
        secretsHeld: held,
        domains: domains.get(connection.id) ?? [],
        health: { ...known, tested },
        addresses: rules?.addresses(connection) ?? [],
        missing: rules?.missing(connection, held) ?? [],
      });
    }
  }
}

/** What was given for this kind; a part of another kind is refused. */
function partOf(kind: ConnectionKind, given: Row): Parameters<ConnectionKindRules['configure']>[1] {
  const other = CONNECTION_KINDS.find((one) => one !== kind && given[one]);
  if (other) throw Invalid.field(`/${other}`, 'other_kind', `This connection is of the kind ${kind}.`);
  return (given[kind] ?? {}) as Record<string, unknown>;
}

function columnsOf(given: Row): Row {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !CONNECTION_KINDS.includes(name as ConnectionKind)),
  );
}
