import { DOMParser } from '@xmldom/xmldom';
import { SamlRefusal } from '../refusal';
import { guardXml, MESSAGE_LIMITS, type XmlLimits } from './message.guard';

const ELEMENT = 1;
const TEXT = 3;

/** The root element of a text that passed the guard. */
export function parseXml(text: string, limits: XmlLimits = MESSAGE_LIMITS): Element {
  guardXml(text, limits);
  const refuse = (message: string): never => {
    throw new SamlRefusal('message.not_xml', { found: message });
  };
  const parser = new DOMParser({ errorHandler: { warning: () => undefined, error: refuse, fatalError: refuse } });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  return root ?? refuse('no root element');
}

/** True for an element of that namespace and name. */
export const named = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;

/** Child elements, in order. */
export const childElements = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node) => node.nodeType === ELEMENT) as Element[];

/** Child elements of one namespace and name. */
export const childrenOf = (parent: Element, namespace: string, name: string): Element[] =>
  childElements(parent).filter((child) => named(child, namespace, name));

/** The one child of that name; undefined when there is none, a refusal when there are several. */
export function onlyChild(parent: Element, namespace: string, name: string): Element | undefined {
  const [first, second] = childrenOf(parent, namespace, name);
  if (second) throw new SamlRefusal('message.unexpected', { found: `several ${name}`, part: parent.localName });
  return first;
}

/** Every element of that namespace and name below this one, at any depth. */
export const descendants = (parent: Element, namespace: string, name: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS(namespace, name));

/** An attribute without a namespace; undefined when it is not there. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.hasAttributeNS('', name) || element.hasAttribute(name)
    ? (element.getAttribute(name) ?? undefined)
    : undefined;

/** The text of an element that holds text and nothing else; undefined when it holds anything else. */
export function plainText(element: Element): string | undefined {
  const nodes = Array.from(element.childNodes);
  if (nodes.some((node) => node.nodeType !== TEXT)) return undefined;
  return nodes.map((node) => node.nodeValue ?? '').join('');
}

/** The text without the whitespace that pretty printing puts around it. */
export const trimmedText = (element: Element | undefined): string | undefined =>
  element && plainText(element)?.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
