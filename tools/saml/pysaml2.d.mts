import type { SamlProvider } from './simplesaml.mjs';

/** pysaml2 with one person who is always signed in; `encrypt` wraps each assertion in AES-256-GCM. */
export function startPysaml2(ourMetadata: string, options?: { encrypt?: boolean }): Promise<SamlProvider>;
