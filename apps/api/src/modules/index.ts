import { AccessModule } from './access';
import { AssetsModule } from './assets';
import { AuthModule } from './auth';
import { OrgsModule } from './orgs';
import { PeopleModule } from './people';
import { SearchModule } from './search';

/** Every domain module of the product. */
export const MODULES = [OrgsModule, AccessModule, AuthModule, PeopleModule, AssetsModule, SearchModule];
