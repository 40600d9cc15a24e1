export { ApiKeysModule } from './api-keys.module';
export { ApiKeyEndings } from './keys/api-key-endings';
export { ApiKeyIssue } from './keys/api-key-issue.service';
export { RequestDrain } from './requests/request-drain';
