import type { XmlLimits } from '../message/message.guard';

/** Metadata of one provider, or of a small federation; administrators bring it, so it may hold remarks. */
export const METADATA_LIMITS: XmlLimits = { bytes: 2 * 1024 * 1024, elements: 50_000, remarks: 'allowed' };

/** Shorter RSA keys are within reach of those who want them badly. */
export const SHORTEST_RSA_BITS = 2048;
