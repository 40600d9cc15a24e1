import { migration } from '../../database/migration';

/** Files jobs work on, in pieces that fit any packet; gone with the end of the job. */
export const JobFiles = migration('JobFiles1764100000100', [
  `CREATE TABLE IF NOT EXISTS job_file (
    job_id UUID NOT NULL,
    part INT NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (job_id, part)
  )`,
]);
