import { NS } from '../message/namespaces';
import { attribute, childrenOf, onlyChild, trimmedText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import type { SamlAttribute } from './response.expectation';

/** Everything the provider says about the person; one name is said once, or two programs might read two answers. */
export function readAttributes(assertion: Element): SamlAttribute[] {
  const attributes = childrenOf(assertion, NS.assertion, 'AttributeStatement').flatMap((statement) => {
    if (onlyChild(statement, NS.assertion, 'EncryptedAttribute'))
      throw new SamlRefusal('encryption.part', { part: 'EncryptedAttribute' });
    return childrenOf(statement, NS.assertion, 'Attribute').map(readAttribute);
  });
  const names = attributes.map(({ name }) => name);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw new SamlRefusal('attribute.repeated', { found: repeated });
  return attributes;
}

function readAttribute(element: Element): SamlAttribute {
  // A value that is itself XML names nothing we could show or map; it is left out.
  const values = childrenOf(element, NS.assertion, 'AttributeValue').map((value) => trimmedText(value));
  return {
    name: attribute(element, 'Name') ?? '',
    friendlyName: attribute(element, 'FriendlyName') ?? null,
    values: values.filter((value): value is string => Boolean(value)),
  };
}
