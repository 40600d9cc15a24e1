export { SearchModule } from './search.module';
export { SearchRebuild } from './search-rebuild.service';
