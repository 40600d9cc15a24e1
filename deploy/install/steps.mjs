import { prepareDatabase } from './database.mjs';
import { layPerimeter } from './perimeter.mjs';
import { layRelease, makeAccount, makeFolders, trustReleases, writeSettings } from './release.mjs';
import { makeSecrets } from './secrets.mjs';
import { installPackages } from './packages.mjs';
import { laySite } from './site.mjs';
import { layServices, startServices } from './services.mjs';

/** What an installation is made of, in order; each step leaves alone what is as it should be. */
export const STEPS = [
  ['packages', installPackages],
  ['account', makeAccount],
  ['release', layRelease],
  ['folders', makeFolders],
  ['settings', writeSettings],
  ['trust', trustReleases],
  ['secrets', makeSecrets],
  ['database', prepareDatabase],
  ['services', layServices],
  ['site', laySite],
  ['perimeter', layPerimeter],
  ['start', startServices],
];
