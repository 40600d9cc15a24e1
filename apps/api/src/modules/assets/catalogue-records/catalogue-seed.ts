import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { CATALOGUE } from '../catalogue';
import { draftOfCatalogue } from './model-draft';
import { ModelStore, type StoreOutcome } from './model-store';

/** Loads the catalogue an installation starts with; running it again changes nothing. Needs an open request context. */
@Injectable()
export class CatalogueSeed {
  constructor(
    private readonly store: ModelStore,
    private readonly work: UnitOfWork,
  ) {}

  run(): Promise<StoreOutcome> {
    return this.work.run(() => this.store.put(CATALOGUE.map(draftOfCatalogue)));
  }
}
