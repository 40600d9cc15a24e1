import { describe, expect, it } from 'vitest';
import { guessMapping, mapRow, type CsvField } from './index';

const FIELDS: CsvField[] = [
  { key: 'name', label: 'Name', synonyms: ['Full name', 'Hostname'] },
  { key: 'serial', label: 'Serial number', synonyms: ['Serial', 'S/N'] },
  { key: 'assetTag', label: 'Asset tag', synonyms: ['Inventory number'] },
  { key: 'model', label: 'Model', synonyms: ['Name'] },
];

describe('guessing which column is which field', () => {
  it('goes by name in any order, case and spelling', () => {
    expect(guessMapping(['MODEL', 'asset_tag *', 's/n', ' Name '], FIELDS)).toEqual({
      model: 0,
      assetTag: 1,
      serial: 2,
      name: 3,
    });
  });

  it('prefers the exact name to a synonym, and uses no column twice', () => {
    expect(guessMapping(['Hostname', 'Name'], FIELDS)).toEqual({ name: 1 });
    expect(guessMapping(['Full name', 'Serial', 'Serial'], FIELDS)).toEqual({ name: 0, serial: 1 });
  });

  it('leaves unknown and nameless columns alone', () => {
    expect(guessMapping(['', 'Colour', '***'], FIELDS)).toEqual({});
  });

  it('matches names with accents and sharp s', () => {
    const fields = [
      { key: 'street', label: 'Straße' },
      { key: 'place', label: 'Geräteort' },
    ];
    expect(guessMapping(['GERATEORT', 'STRASSE'], fields)).toEqual({ street: 1, place: 0 });
  });

  it('hands the cells of a row over under their field names', () => {
    expect(mapRow(['a', 'b'], { name: 1, serial: 7 })).toEqual({ name: 'b', serial: '' });
  });
});
