import { MetadataImport } from './connection/metadata-import';
import { MetadataSource } from './connection/metadata-source';
import { OwnMetadata } from './connection/own-metadata.service';
import { SamlAddresses } from './connection/saml-addresses';
import { SamlConnections } from './connection/saml-connections';
import { SamlKind } from './connection/saml-kind';
import { SamlController } from './connection/saml.controller';
import { SamlAnswers } from './entering/saml-answers';
import { SamlDeparture } from './entering/saml-departure';
import { SamlEnteringController } from './entering/saml-entering.controller';
import { SamlExchange } from './entering/saml-exchange';
import { SamlReturn } from './entering/saml-return';
import { SamlKeys } from './keys/saml-keys';
import { SamlLogout } from './logout/saml-logout';

import { CertificateWarnings } from './watch/certificate-warnings';
import { MetadataRefresh } from './watch/metadata-refresh';
import { ProviderWatch } from './watch/provider-watch.job';

export { Saml } from './migrations/1764300000000-saml';

/** What the module of sign-in connections takes from here. */
export const SAML_CONTROLLERS = [SamlController, SamlEnteringController];
export const SAML = [
  CertificateWarnings,
  MetadataImport,
  MetadataRefresh,
  MetadataSource,
  OwnMetadata,
  ProviderWatch,
  SamlAddresses,
  SamlAnswers,
  SamlConnections,
  SamlDeparture,
  SamlExchange,
  SamlKeys,
  SamlKind,
  SamlLogout,
  SamlReturn,
];
