import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { SearchTables } from './migrations/1763700090000-search';
import { SearchController } from './search.controller';
import { SearchRebuild } from './search-rebuild.service';
import { SearchService } from './search.service';

registerMigrations(SearchTables);

@Module({ controllers: [SearchController], providers: [SearchService, SearchRebuild], exports: [SearchRebuild] })
export class SearchModule {}
