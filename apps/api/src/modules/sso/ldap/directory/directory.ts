import { Client, type SearchOptions } from 'ldapts';
import type { TLSSocket } from 'node:tls';
import { DirectoryEntry } from './directory-entry';
import { pagesOf, type Question } from './pages';

/** Milliseconds one question may take. */
const OPERATION_MS = 10_000;

/** Attributes that are bytes and no text, whatever their bytes happen to spell: of Active Directory, the last of eDirectory. */
export const BINARY = ['objectGUID', 'objectSid', 'mS-DS-ConsistencyGuid', 'GUID'];

/** One encrypted conversation with a directory. When it breaks it is over; it never begins again by itself. */
export class Directory {
  private readonly client: Client;

  constructor(socket: TLSSocket) {
    let taken = false;
    this.client = new Client({
      url: 'ldaps://directory',
      timeout: OPERATION_MS,
      createSecureConnection: (() => {
        // The library would open a new connection by itself, and say the next thing on it.
        if (taken) throw new Error('Connection closed');
        taken = true;
        return socket;
      }) as never,
    });
  }

  bind(dn: string, password: string): Promise<void> {
    return this.client.bind(dn, password);
  }

  /** At most `most` entries; referrals to other servers are not followed. */
  async find(question: Question, most: number): Promise<DirectoryEntry[]> {
    const { searchEntries } = await this.client.search(question.base, { ...optionsOf(question), sizeLimit: most });
    return searchEntries.map((entry) => new DirectoryEntry(entry));
  }

  /** Everything, page by page, however few entries the server gives at once. */
  async *all(question: Question): AsyncGenerator<DirectoryEntry[]> {
    for await (const page of pagesOf(this.client, question, optionsOf(question)))
      yield page.map((entry) => new DirectoryEntry(entry));
  }
}

const optionsOf = ({ filter, attributes, scope = 'sub' }: Question): SearchOptions => ({
  scope,
  filter,
  attributes: [...attributes],
  explicitBufferAttributes: BINARY,
  derefAliases: 'never',
  timeLimit: OPERATION_MS / 1000,
});
