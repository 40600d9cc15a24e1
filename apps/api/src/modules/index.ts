import { AssetsModule } from './assets';
import { OrgsModule } from './orgs';
import { PeopleModule } from './people';

/** Every domain module of the product. */
export const MODULES = [OrgsModule, PeopleModule, AssetsModule];
