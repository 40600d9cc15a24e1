export { ApiKeysModule } from './api-keys.module';
export { ApiKeyIssue } from './keys/api-key-issue.service';
export { RequestDrain } from './requests/request-drain';
