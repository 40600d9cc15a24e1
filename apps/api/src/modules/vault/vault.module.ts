import { Module } from '@nestjs/common';
import { declareRows, registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { BreachesModule } from '../breaches';
import { BreachBook } from './breaches/breach-book';
import { BreachRound } from './breaches/breach-round';
import { AskAboutPasswords, AskEverywhere } from './breaches/breach-round.job';
import { BreachTrail } from './breaches/breach-trail';
import { BreachWatchController } from './breaches/breach-watch.controller';
import { BreachWatch } from './breaches/breach-watch.service';
import { CredentialActsController } from './credentials/credential-acts.controller';
import { CredentialActs } from './credentials/credential-acts.service';
import { CredentialEvents } from './credentials/credential-events';
import { CredentialLinks } from './credentials/credential-links';
import { CredentialReader } from './credentials/credential-reader';
import { CredentialVersions } from './credentials/credential-versions.service';
import { credentialResource } from './credentials/credential.resource';
import { CredentialService } from './credentials/credential.service';
import { SealedFields } from './credentials/sealed-fields';
import { SecretWriter } from './credentials/secret-writer';
import { FolderRulesReader } from './folders/folder-rules';
import { vaultFolderResource } from './folders/vault-folder.resource';
import { VaultFolderService } from './folders/vault-folder.service';
import { CanaryCheck } from './keys/canary-check.service';
import { HouseScope } from './keys/house-scope';
import { IndexRebuild } from './keys/index-rebuild.service';
import './keys/organisation-key.entity';
import { VaultKeys } from './keys/vault-keys.service';
import { VaultTables } from './migrations/1763700060000-vault';
import { NextIndex } from './migrations/1764700200000-next-index';
import { BreachWatchTables } from './migrations/1766400050000-breach-watch';
import { VaultHealth } from './tools/vault-health.service';
import { VaultToolsController } from './tools/vault-tools.controller';
import { VaultVerifier } from './tools/vault-verifier.service';

registerMigrations(VaultTables, NextIndex, BreachWatchTables);
declareRows({ table: 'breach_watch' }, { table: 'credential_breach' });
const parts = partsOf(
  { resource: credentialResource, service: CredentialService },
  { resource: vaultFolderResource, service: VaultFolderService },
);

@Module({
  imports: [BreachesModule],
  controllers: [CredentialActsController, VaultToolsController, BreachWatchController, ...parts.controllers],
  providers: [
    VaultKeys,
    HouseScope,
    CanaryCheck,
    IndexRebuild,
    SealedFields,
    SecretWriter,
    CredentialLinks,
    CredentialReader,
    CredentialEvents,
    CredentialActs,
    CredentialVersions,
    FolderRulesReader,
    VaultHealth,
    VaultVerifier,
    BreachBook,
    BreachTrail,
    BreachRound,
    BreachWatch,
    AskAboutPasswords,
    AskEverywhere,
    ...parts.providers,
  ],
  exports: [CredentialService, VaultFolderService, VaultVerifier],
})
export class VaultModule {}
