import { Entity } from 'typeorm';
import type { Permission } from '../authorize/permissions';

/** A record the palette finds: by its title, by words in other properties, or exactly by an address or serial number. */
export interface RecordSearch {
  /** Who may find it: this permission in the record's organisation. */
  readonly permission: Permission;
  /** Property shown and searched first. */
  readonly title: string;
  /** Properties shown beside the title. */
  readonly subtitle?: readonly string[];
  /** Properties whose words find the record. */
  readonly keywords?: readonly string[];
  /** Properties found by `=` whole: IP and MAC addresses, serial numbers. */
  readonly exact?: readonly string[];
  /** Found by `@` too: people and organisations. */
  readonly people?: boolean;
  /** Acts offered in the palette beside opening it, each to those who hold its permission. */
  readonly actions?: readonly { readonly name: string; readonly permission: Permission }[];
}

/** A part without a page of its own (an interface), which lends its words to the record it belongs to. */
export interface PartSearch {
  readonly partOf: { readonly type: string; readonly record: string };
  readonly keywords?: readonly string[];
  readonly exact?: readonly string[];
}

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
  readonly events: 'record' | 'organisation' | 'permission' | 'admin' | 'vault' | 'authentication' | 'api' | null;
  /** Property that holds the owning organisation; the organisation itself is owned by its own id. */
  readonly scopedBy: string;
  /** How the palette finds it; the index is kept in the same transaction as the row. */
  readonly search: RecordSearch | PartSearch | null;
  /** Read before it is known whose rows may be read, or across organisations all the time: no view stands before it. */
  readonly readFirst: boolean;
}

export type EntityClass<E extends object = object> = new () => E;
type Options = {
  noun: string;
  table?: string;
  label?: string;
  sealed?: readonly string[];
  events?: Ownership['events'];
  scopedBy?: string;
  search?: RecordSearch | PartSearch;
  readFirst?: boolean;
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

/** Tables of entities that the application reads and writes through a view on the rows of its organisations. */
export const viewedTables = (): string[] =>
  [...owned.values()].filter((o) => o.kind === 'organisation' && !o.readFirst).map((o) => o.table);

/** Every type of record the palette finds, as its entity declares it. */
export const searchableTypes = (): ReadonlyMap<string, RecordSearch> =>
  new Map(
    [...owned.values()].flatMap(({ noun, search }) => (search && 'title' in search ? [[noun, search] as const] : [])),
  );

function declare(kind: Ownership['kind'], options: Options): ClassDecorator {
  return (cls) => {
    const table = options.table ?? options.noun;
    Entity({ name: table })(cls);
    refuseSealedWords(options);
    owned.set(cls, {
      kind,
      noun: options.noun,
      table,
      label: options.label ?? 'name',
      sealed: options.sealed ?? [],
      events: options.events === undefined ? 'record' : options.events,
      scopedBy: options.scopedBy ?? 'organisationId',
      search: options.search ?? null,
      readFirst: options.readFirst ?? false,
    });
  };
}

/** A secret in the index would be found by anybody who may find the record. */
function refuseSealedWords({ noun, sealed = [], search }: Options): void {
  if (!search) return;
  const shown = 'title' in search ? [search.title, ...(search.subtitle ?? [])] : [];
  const leaked = [...shown, ...(search.keywords ?? []), ...(search.exact ?? [])].filter((name) =>
    sealed.includes(name),
  );
  if (leaked.length > 0) throw new Error(`${noun} would be searchable by what it seals: ${leaked.join(', ')}`);
}
