/** Why metadata cannot be used. */
export const METADATA_PROBLEMS = {
  empty: 'The file is empty.',
  too_large: 'The metadata is larger than 2 MB. Ask for the metadata of this one identity provider.',
  web_page: 'This is a web page, not metadata. Open the link in a browser and look for the download of the XML.',
  not_xml: 'This is not well-formed XML. Download the metadata again and upload the file unchanged.',
  doctype: 'The file brings a document type; metadata never needs one.',
  not_metadata: 'This is XML, but not SAML metadata: it must begin with EntityDescriptor or EntitiesDescriptor.',
  no_provider:
    'No identity provider is described here (IDPSSODescriptor is missing). It may be the metadata of a service provider: take the one of the identity provider.',
  unknown_provider: 'The chosen entity ID is not in this metadata.',
  no_entity_id: 'The entityID of the identity provider is missing.',
  no_protocol: 'The identity provider does not offer SAML 2.0 (protocolSupportEnumeration).',
  no_sign_on: 'No address to sign in at: SingleSignOnService with the binding HTTP-Redirect or HTTP-POST is missing.',
  insecure_address: 'An address of the identity provider is not https.',
  no_certificate:
    'No signing certificate is in this metadata (KeyDescriptor with X509Certificate). Without one no answer can be believed.',
  bad_certificate: 'A signing certificate in this metadata cannot be read. Export the metadata again.',
  weak_certificate:
    'Every signing certificate here has a key that is too short. Let the identity provider make one with RSA of 2048 bits or more, or ECDSA.',
} as const;
export type MetadataProblemCode = keyof typeof METADATA_PROBLEMS;

/** Metadata that cannot be used, with the sentence for the person who brought it. */
export class MetadataProblem extends Error {
  constructor(readonly code: MetadataProblemCode) {
    super(METADATA_PROBLEMS[code]);
    this.name = 'MetadataProblem';
  }
}
