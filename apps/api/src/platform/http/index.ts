export { DtoPipe } from './dto.pipe';
export { RecordId } from './record-id.pipe';
export { etagOf, versionFrom } from './etag';
export { readListInput, readListQuery } from './list-query';
export { Log } from './log';
export { MAX_UPLOAD_BYTES, prepareServer } from './prepare-server';
export { SESSION_STRATEGY, type SessionStrategy } from './session-strategy';
export { requestId } from './origin';
