/** An identity provider of a test, on loopback. */
export interface SamlProvider {
  entityId: string;
  metadataUrl: string;
  /** The end of its log, for a test that failed. */
  lastWords(): string;
  stop(): Promise<void>;
}

export interface SimpleSaml extends SamlProvider {
  /** Signs by another certificate from now on. */
  changeCertificate(): void;
}

/** SimpleSAMLphp, knowing nothing of us but our metadata. `host` is the name browsers call it by. */
export function startSimpleSaml(ourMetadata: string, options?: { host?: string }): Promise<SimpleSaml>;
