export * from './reconcile.types';
export { ASSET_TYPES } from './asset.types';
export { applyProposal } from './proposal.apply';
export { proposeFor, reconcile } from './reconcile';
export { wasSeen } from './found.devices';
export { guessType } from './device.type';
export { scannedRange, type ScannedRange } from './scanned.range';
