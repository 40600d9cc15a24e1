import { OrgsModule } from './orgs';

/** Every domain module of the product. */
export const MODULES = [OrgsModule];
