import { Injectable } from '@nestjs/common';
import { Repositories, Sql, changesBetween } from '../../../platform/database';
import { deviceTypeKey } from '../device-types';
import { ManufacturerEntity } from './manufacturer.entity';
import type { ModelDraft } from './model-draft';
import { ModelEntity } from './model.entity';

const BATCH = 200;

/** What became of each draft, by manufacturer and model name. */
export type StoreOutcome = { created: string[]; updated: string[]; unchanged: string[]; keptOwn: string[] };
type Known = Pick<ModelEntity, 'id' | 'name' | 'slug' | 'source'> & { manufacturer: string };

/** Writes models in bulk: found by manufacturer and name, then by slug. No asset is ever touched. */
@Injectable()
export class ModelStore {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
  ) {}

  /** Stores `drafts`; with `dryRun` it only says what it would do. Models typed in by hand are left alone. */
  async put(drafts: readonly ModelDraft[], dryRun = false): Promise<StoreOutcome> {
    const outcome: StoreOutcome = { created: [], updated: [], unchanged: [], keptOwn: [] };
    const known = new KnownModels(await this.known());
    const makers = dryRun ? new Map<string, string>() : await this.makers(drafts);
    for (let at = 0; at < drafts.length; at += BATCH)
      await this.putBatch(drafts.slice(at, at + BATCH), { known, makers, dryRun, outcome });
    return outcome;
  }

  /** The id of every named manufacturer; those that are missing are created. */
  async makers(drafts: readonly { manufacturer: string }[]): Promise<Map<string, string>> {
    const names = new Map(drafts.map(({ manufacturer }) => [keyOf(manufacturer), manufacturer]));
    const rows = await this.sql.house<{ id: string; name: string }>('SELECT id, name FROM manufacturer');
    const ids = new Map(rows.map((row) => [keyOf(row.name), row.id]));
    const missing = [...names].filter(([key]) => !ids.has(key)).map(([, name]) => ({ name }));
    for (const row of await this.repositories.house(ManufacturerEntity).createMany(missing))
      ids.set(keyOf(row.name), row.id);
    return ids;
  }

  private known(): Promise<Known[]> {
    return this.sql.house<Known>(
      'SELECT model.id, model.name, model.slug, model.source, manufacturer.name AS manufacturer FROM model JOIN manufacturer ON manufacturer.id = model.manufacturer_id',
    );
  }

  private async putBatch(drafts: readonly ModelDraft[], run: Run): Promise<void> {
    const models = this.repositories.house(ModelEntity);
    const fresh: Partial<ModelEntity>[] = [];
    for (const draft of drafts) {
      const { manufacturer, ...fields } = draft;
      const label = `${manufacturer} ${draft.name}`;
      const known = run.known.find(draft);
      if (!known) {
        run.outcome.created.push(label);
        run.known.add({ ...fields, id: '', manufacturer });
        fresh.push({ ...fields, manufacturerId: run.makers.get(keyOf(manufacturer)) });
      } else if (known.source === 'own' || known.id === '') {
        run.outcome.keptOwn.push(label);
      } else {
        const row = await models.get(known.id);
        const changed = Object.keys(changesBetween(row, fields, [])).length > 0;
        run.outcome[changed ? 'updated' : 'unchanged'].push(label);
        if (changed && !run.dryRun) await models.update(row, fields);
      }
    }
    if (!run.dryRun) await models.createMany(fresh);
  }
}

interface Run {
  known: KnownModels;
  makers: ReadonlyMap<string, string>;
  dryRun: boolean;
  outcome: StoreOutcome;
}

class KnownModels {
  private readonly byName = new Map<string, Known>();
  private readonly bySlug = new Map<string, Known>();

  constructor(models: readonly Known[]) {
    for (const model of models) this.add(model);
  }

  find(draft: ModelDraft): Known | undefined {
    return this.byName.get(deviceTypeKey({ ...draft, model: draft.name })) ?? this.bySlug.get(draft.slug);
  }

  add(model: Known): void {
    this.byName.set(deviceTypeKey({ ...model, model: model.name }), model);
    this.bySlug.set(model.slug, model);
  }
}

// MariaDB compares names without case and without accents, so two spellings must meet here as well.
const keyOf = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
