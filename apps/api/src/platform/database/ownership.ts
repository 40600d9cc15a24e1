import { Entity } from 'typeorm';

/** How the repository treats an entity. */
export interface Ownership {
  readonly kind: 'organisation' | 'house';
  readonly noun: string;
  readonly table: string;
  /** Property shown as the record's name in events. */
  readonly label: string;
  /** Properties whose values never enter an event; only that they changed. */
  readonly sealed: readonly string[];
  /** Category of the events the repository records; null records none (sessions, counters). */
  readonly events: 'record' | 'organisation' | 'permission' | 'admin' | 'vault' | 'authentication' | null;
  /** Property that holds the owning organisation; the organisation itself is owned by its own id. */
  readonly scopedBy: string;
}

export type EntityClass<E extends object = object> = new () => E;
type Options = {
  noun: string;
  table?: string;
  label?: string;
  sealed?: readonly string[];
  events?: Ownership['events'];
  scopedBy?: string;
};

const owned = new Map<Function, Ownership>();

/** An entity that belongs to exactly one organisation: every statement on it is scoped. */
export const OrgOwned = (options: Options): ClassDecorator => declare('organisation', options);

/** An entity of the installation itself. */
export const HouseWide = (options: Options): ClassDecorator => declare('house', options);

/** The declaration of an entity; an undeclared entity is a programming error. */
export function ownershipOf(entity: Function): Ownership {
  const ownership = owned.get(entity);
  if (!ownership) throw new Error(`${entity.name} is neither @OrgOwned nor @HouseWide`);
  return ownership;
}

/** Every declared entity class. */
export const declaredEntities = (): EntityClass[] => [...owned.keys()] as EntityClass[];

/** Tables that may only be touched with an organisation predicate, and the column that carries it. */
export const tenantTables = (): ReadonlyMap<string, string> =>
  new Map([...owned.values()].filter((o) => o.kind === 'organisation').map((o) => [o.table, o.scopedBy]));

function declare(kind: Ownership['kind'], options: Options): ClassDecorator {
  return (cls) => {
    const table = options.table ?? options.noun;
    Entity({ name: table })(cls);
    owned.set(cls, {
      kind,
      noun: options.noun,
      table,
      label: options.label ?? 'name',
      sealed: options.sealed ?? [],
      events: options.events === undefined ? 'record' : options.events,
      scopedBy: options.scopedBy ?? 'organisationId',
    });
  };
}
