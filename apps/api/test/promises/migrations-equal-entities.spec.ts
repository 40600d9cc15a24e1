import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/migrate';
import {
  organisationsAreWatched,
  columnsEqualEntities,
  organisationsCannotMix,
  structureOf,
  tablesEqualEntities,
} from './schema.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe('the migrated database', () => {
  it('has exactly the tables the entities declare, and the few that have none', async () => {
    expect(await tablesEqualEntities(stage)).toEqual([]);
  });

  it('has exactly the columns they declare, of the same type, length and nullability', async () => {
    expect(await columnsEqualEntities(stage)).toEqual([]);
  });

  it('R08 refuses a link between two organisations by itself', async () => {
    expect(await organisationsCannotMix(stage)).toEqual([]);
  });

  it('names organisations only where every statement is watched', async () => {
    expect(await organisationsAreWatched(stage)).toEqual([]);
  });

  it('stays as it is when it is migrated again', async () => {
    const before = await structureOf(stage);
    expect(await migrate(stage.world.settings)).toEqual([]);
    expect(await structureOf(stage)).toBe(before);
  });

  it('comes out the same when every migration runs once more, as after a kill in the middle', async () => {
    const before = await structureOf(stage);
    const ran = await stage.world.sql('SELECT name FROM schema_migration');
    await stage.world.sql('DELETE FROM schema_migration');
    // Two nodes that start at the same time: one does it, the other waits.
    const both = await Promise.all([migrate(stage.world.settings), migrate(stage.world.settings)]);
    expect(both.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, ran.length]);
    expect(await structureOf(stage)).toBe(before);
  });
});

describe('these tests', () => {
  it('notice a column that is missing, too many, too short or open to null', async () => {
    const { world } = stage;
    const table = `\`${world.database.name}\`.site`;
    await world.sql(
      `ALTER TABLE ${table} ADD COLUMN surprise INT NULL, DROP COLUMN street2, MODIFY city VARCHAR(7) NULL, MODIFY version INT NULL`,
    );
    expect(await columnsEqualEntities(stage)).toEqual([
      'site.version: nullable is YES',
      'site.street2 is declared and not there',
      'site.city holds 7, declared 120',
      'site.surprise is there and not declared',
    ]);
  });

  it('notice a table nobody declared and a link that could leave its organisation', async () => {
    const { world } = stage;
    const schema = `\`${world.database.name}\``;
    await world.sql(`CREATE TABLE ${schema}.stray (id INT)`);
    await world.sql(`ALTER TABLE ${schema}.contact ADD FOREIGN KEY loose (site_id) REFERENCES ${schema}.site (id)`);
    expect(await tablesEqualEntities(stage)).toEqual(['stray has no entity']);
    expect(await organisationsCannotMix(stage)).toEqual(['contact (site_id) refers to site (id) across organisations']);
  });
});
