import type { World } from './world';

/** Two statements of this kind meet somebody, those after them do not. Aria keeps its rows whatever is taken back. */
export async function meetingTwice(
  world: World,
  ...[table, event, act]: [table: string, event: 'INSERT' | 'UPDATE', act: () => Promise<void>]
): Promise<void> {
  await world.sql(
    'CREATE OR REPLACE TABLE refusal (id INT AUTO_INCREMENT PRIMARY KEY) ENGINE = Aria TRANSACTIONAL = 0',
  );
  await world.sql(`CREATE TRIGGER met_somebody BEFORE ${event} ON ${table} FOR EACH ROW
    BEGIN
      INSERT INTO refusal VALUES (NULL);
      IF (SELECT COUNT(*) FROM refusal) < 3 THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213; END IF;
    END`);
  await act().finally(() => world.sql('DROP TRIGGER met_somebody'));
}
