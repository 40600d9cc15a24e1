import type { Resource } from '../../src/platform/resource';
import { aRecord } from './records';
import type { Findings, Stage } from './stage';

/** What comes out of the usual kits for MariaDB, and the name a session variable of tenants would have. */
export const INJECTIONS: readonly string[] = [
  "' OR '1'='1",
  "' OR 1=1 -- ",
  '" OR ""="',
  "') OR ('1'='1",
  '1) OR (1=1',
  '1 OR 1=1#',
  '@org_id:=1',
  "x' UNION SELECT * FROM organisation -- ",
  'name` OR 1=1 -- ',
  'name DESC, (SELECT 1 FROM asset)',
  '*/ OR 1=1 /*',
  "\\' OR 1=1 -- ",
  "x'; DROP TABLE asset; -- ",
  "' AND SLEEP(3) -- ",
  "' AND EXTRACTVALUE(1, CONCAT(0x7e, VERSION())) -- ",
  '%bf%27 OR 1=1 -- ',
  '(:scope)',
  '?',
];

const PLACES = ['org', 'q', 'sort', 'group', 'folded', 'archived', 'total', 'limit', 'after', 'before', 'fields'];

/** No text in any place of a list reaches the statement: nothing foreign comes back, and nothing breaks. */
export async function textsStayTexts(stage: Stage, resource: Resource): Promise<Findings> {
  await aRecord(stage, resource, stage.acme);
  const fields = Object.keys(resource.list.shape.fields);
  const places = [...PLACES, ...fields.flatMap((field) => [`${field}[eq]`, `${field}[in]`])];
  const findings: Findings = [];
  let taken = 0;
  for (const place of places)
    for (const text of INJECTIONS) {
      const query = `${encodeURIComponent(place)}=${encodeURIComponent(text)}`;
      const { status, text: answer } = await stage.stranger.get(`/${resource.path}?${query}`);
      if (status === 200) taken += 1;
      if (status >= 500 || answer.includes(stage.acme.id)) findings.push(`${status} ${resource.path}?${place}=${text}`);
    }
  // Otherwise everything was refused at the door, and nothing was tried.
  return taken > 0 ? findings : [`${resource.path} took no text at all`];
}
