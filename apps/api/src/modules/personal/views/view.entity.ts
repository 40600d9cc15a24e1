import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';

/** One column as a view shows it. */
export interface ViewColumn {
  id: string;
  width?: number | null;
  pinned?: boolean | null;
}

/** A list as somebody wants to see it again. It holds no data of an organisation, only what to ask for. */
@HouseWide({ noun: 'view', table: 'saved_view' })
export class ViewEntity extends HouseRow {
  @Column('uuid')
  userId: string;

  /** Whose team sees it when it is shared; null is every team. */
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  /** Path of the list: `assets`. */
  @Column('varchar', { length: 60 })
  list: string;

  @Column('varchar', { length: 80 })
  name: string;

  /** Query string of the list, as it was typed. */
  @Column('varchar', { length: 4000 })
  query: string;

  @Column('json', { nullable: true })
  columns: ViewColumn[] | null;

  @Column('varchar', { length: 60, nullable: true })
  groupBy: string | null;

  @Column('boolean')
  shared: boolean;

  /** Opens first, where nothing else was asked for. */
  @Column('boolean')
  standard: boolean;
}
