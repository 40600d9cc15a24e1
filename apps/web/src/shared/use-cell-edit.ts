import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { showToast, type CellChange, type CellEdit, type CellEditing } from '@st0r/ui';
import { api } from './api';
import { say } from './messages';
import { ApiProblem, isProblem } from './problem';
import { searchChoices } from './search-choices';
import type { ListPage } from './use-list';
import { touches } from './use-save';

type Editable = { id: string; name: string; version: number; can: Record<string, unknown> };

/** A column whose cells hold another record of the same client; `path` is where those are found. */
export function recordCell<Row extends { organisationId: string }>(
  field: keyof Row & string,
  path: string,
  label: (row: Row) => string | undefined,
): CellEdit<Row> {
  return { as: 'record', field, label, search: (row) => searchChoices(path, { org: row.organisationId }) };
}

/**
 * Changes cells of a list: a PATCH of one property that names the version on screen, for whom the record says may change
 * it. Give it to `DataTable` as `editing`; rows stay where they are until the list is read again.
 */
export function useCellEdit<Row extends Editable>(path: string): CellEditing<Row> {
  const client = useQueryClient();
  return useMemo(() => {
    const keeper = new CellKeeper<Row>(client, path);
    return { may: (row) => row.can['update'] === true, save: (change) => keeper.save(change) };
  }, [client, path]);
}

class CellKeeper<Row extends Editable> {
  constructor(
    private readonly client: QueryClient,
    private readonly path: string,
  ) {}

  async save({ row, field, value }: CellChange<Row>): Promise<void> {
    const before = row[field] ?? null;
    try {
      const saved = await this.patch(row.id, { [field]: value }, `"v${row.version}"`);
      if (value === null && saved[field] !== null) throw new Error(say('cellNeeded'));
      const undo = () => this.takeBack({ saved, field, before });
      showToast({ text: say('cellSaved', { name: saved.name }), tone: 'success', undo });
    } catch (error) {
      // The newer version shows around the cell; what was typed stays in it, and a second Enter means it.
      if (!isProblem(error, 412)) throw error;
      const { [field]: theirs } = await this.read(row.id);
      const shown = typeof theirs === 'string' && !field.endsWith('Id') ? ` ${say('cellNow', { value: theirs })}` : '';
      throw new ApiProblem(412, { code: error.code, detail: `${say('cellStale')}${shown} ${say('cellAgain')}` });
    }
  }

  private async takeBack({ saved, field, before }: { saved: Row; field: keyof Row & string; before: unknown }) {
    try {
      const { data: now, etag } = await api.getTagged<Row>(`${this.path}/${saved.id}`);
      if (now[field] !== saved[field]) throw new Error(say('cellChanged', { name: now.name }));
      await this.patch(saved.id, { [field]: before }, etag);
    } catch (error) {
      showToast({ text: error instanceof Error ? error.message : say('failed'), tone: 'danger' });
    }
  }

  private async patch(id: string, body: object, ifMatch: string | undefined): Promise<Row> {
    const saved = await api.patch<Row>(`${this.path}/${id}`, body, { ifMatch });
    await this.place(saved);
    return saved;
  }

  private async read(id: string): Promise<Row> {
    const { data } = await api.getTagged<Row>(`${this.path}/${id}`);
    await this.place(data);
    return data;
  }

  /** Shows a record in every list that holds it, without moving a row; what is on screen later is read again. */
  private async place(saved: Row): Promise<void> {
    const queryKey = ['list', this.path];
    // An answer that is on its way was made before this change and would take it back on screen.
    await this.client.cancelQueries({ queryKey });
    this.client.setQueriesData<InfiniteData<ListPage<Row>>>({ queryKey }, (found) =>
      found && 'pages' in found ? { ...found, pages: found.pages.map((page) => withRow(page, saved)) } : found,
    );
    void this.client.invalidateQueries({
      predicate: ({ queryKey: key }) => touches(key, [this.path]),
      refetchType: 'none',
    });
  }
}

function withRow<Row extends Editable>(page: ListPage<Row>, saved: Row): ListPage<Row> {
  return { ...page, data: page.data.map((each) => (each.id === saved.id ? { ...each, ...saved } : each)) };
}
