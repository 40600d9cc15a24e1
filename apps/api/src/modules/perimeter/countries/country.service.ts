import { Injectable } from '@nestjs/common';
import { UnitOfWork, changesBetween } from '../../../platform/database';
import { Conflict, Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { OwnWay } from '../entering/own-way';
import { COUNTRIES } from './country-codes';
import { CountryDatabase, type CountryDatabaseState, type Prepared } from './country-database';
import { CountryFileProblem } from './country-file';
import type { CountryRules } from './country-rules';
import { CountrySettings } from './country-settings';
import { CountryShelf } from './country-shelf';
import type { CountryRulesDto, CountryRulesUpdateDto } from './country.dto';

/** What the system says of a folder nothing can be written into. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC']);

/** What administrators do with countries. */
@Injectable()
export class CountryService {
  constructor(
    private readonly settings: CountrySettings,
    private readonly database: CountryDatabase,
    private readonly shelf: CountryShelf,
    private readonly ownWay: OwnWay,
    private readonly events: EventRecorder,
    private readonly work: UnitOfWork,
  ) {}

  async read(): Promise<CountryRulesDto> {
    await this.shelf.follow();
    return this.shown(await this.database.state());
  }

  async write(change: CountryRulesUpdateDto): Promise<CountryRulesDto> {
    const before = await this.settings.read();
    const after = { ...before, ...withoutNulls(change) };
    requireSense(after);
    await this.ownWay.kept(() => this.settings.write(after));
    this.events.record({
      action: 'setting.updated',
      category: 'admin',
      details: { setting: 'countries' },
      changes: changesBetween({ ...before }, { ...after }, []),
    });
    return this.read();
  }

  /** The file is put in place when the event of it is written, and not before. */
  async install(content: Buffer): Promise<CountryRulesDto> {
    const prepared = await this.prepared(content).catch((error: unknown) => {
      throw this.refusalOf(error);
    });
    const { type, builtAt, bytes } = prepared.file;
    const details = { type, builtAt: builtAt.toISOString(), bytes };
    this.events.record({ action: 'country_database.replaced', category: 'admin', details });
    const upload = await this.shelf.keep(content);
    this.work.afterCommit(() => this.database.replace(prepared, upload));
    return this.shown({ state: 'ready', facts: prepared.file });
  }

  private async prepared(content: Buffer): Promise<Prepared> {
    const prepared = await this.database.prepare(content);
    await this.ownWay.survives(prepared.file);
    return prepared;
  }

  private refusalOf(error: unknown): unknown {
    if (error instanceof CountryFileProblem) return Invalid.field('/file', 'unusable', error.message);
    if (!UNWRITABLE.has((error as { code?: string }).code ?? '')) return error;
    return new Conflict('country_database.unwritable', {
      detail: `ClientSt0r cannot write beside ${this.database.path}. Give it the right or some room, or copy the file there yourself.`,
    });
  }

  private async shown(state: CountryDatabaseState): Promise<CountryRulesDto> {
    const rules = await this.settings.read();
    const { type = null, builtAt = null, bytes = null } = state.facts ?? {};
    const database = { state: state.state, type, builtAt, bytes, problem: state.problem ?? null };
    return { ...rules, countries: [...rules.countries], database, warning: warningOf(rules, state) };
  }
}

function requireSense({ mode, countries }: CountryRules): void {
  countries.forEach((code, at) => {
    if (!COUNTRIES.includes(code))
      throw Invalid.field(`/countries/${at}`, 'choice', `There is no country with the code "${code}".`);
  });
  if (mode === 'allow' && countries.length === 0)
    throw Invalid.field('/countries', 'required', 'Name at least one country people may sign in from.');
}

function warningOf({ mode }: CountryRules, { state, problem }: CountryDatabaseState): string | null {
  if (mode === 'off' || state === 'ready') return null;
  const effect = mode === 'allow' ? 'nobody but private networks can sign in' : 'no country is kept out';
  return `${problem ?? ''} Until there is one that works, ${effect}.`.trim();
}

function withoutNulls(change: CountryRulesUpdateDto): Partial<CountryRules> {
  const given = Object.entries(change).filter(([, value]) => value !== null && value !== undefined);
  const rules = Object.fromEntries(given) as Partial<CountryRules>;
  return rules.countries ? { ...rules, countries: [...new Set(rules.countries)].toSorted() } : rules;
}
