import {
  MessageResponseStatus,
  PagedResultsControl,
  SearchRequest,
  StatusCodeParser,
  type Client,
  type Entry,
  type Filter,
  type SearchOptions,
  type SearchResponse,
} from 'ldapts';

const PAGE = 500;

/** What to look for. Filters are objects: what somebody typed is a value in them and never a part of their text. */
export interface Question {
  base: string;
  filter: Filter;
  attributes: readonly string[];
  scope?: 'base' | 'sub';
}

/** What the library's own search is made of. */
interface Conversation {
  _ensureConnected(): Promise<void>;
  _nextMessageId(): number;
  _send(message: SearchRequest): Promise<SearchResponse>;
}

/**
 * Every page of an answer. The cookie alone says whether there is another one: a server may send an empty page with a
 * cookie (RFC 2696, 3), which the library's own loop takes for the end, and part of a directory for the whole.
 */
export async function* pagesOf(
  client: Client,
  { base, filter, attributes }: Question,
  options: SearchOptions,
): AsyncGenerator<Entry[]> {
  const conversation = client as unknown as Conversation;
  await conversation._ensureConnected();
  for (let cookie: Buffer = Buffer.alloc(0), last = false; !last; last = cookie.length === 0) {
    const page = new PagedResultsControl({ value: { size: PAGE, cookie } });
    const request = { ...options, baseDN: base, filter, messageId: conversation._nextMessageId(), controls: [page] };
    const answer = await conversation._send(new SearchRequest(request));
    if (answer.status !== MessageResponseStatus.Success) throw StatusCodeParser.parse(answer);
    yield answer.searchEntries.map((one) => one.toObject([...attributes], options.explicitBufferAttributes ?? []));
    cookie = cookieOf(answer);
  }
}

/** Empty after the last page, and from a server that knows no pages. */
const cookieOf = ({ controls = [] }: SearchResponse): Buffer =>
  controls.find((one) => one instanceof PagedResultsControl)?.value?.cookie ?? Buffer.alloc(0);
