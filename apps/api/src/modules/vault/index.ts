export { VaultModule } from './vault.module';
export { CredentialService } from './credentials/credential.service';
export { VaultFolderService } from './folders/vault-folder.service';
export { VaultVerifier, type VaultFinding, type VaultReport } from './tools/vault-verifier.service';
