export { Outgoing, type OutgoingAnswer, type OutgoingCall } from './outgoing';
export { OutgoingError, type OutgoingReason } from './outgoing-error';
export { withoutSecrets } from './without-secrets';
