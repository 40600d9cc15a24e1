import { registerMigrations } from '../database';
import { JobFiles } from './migrations/1764100000100-job-files';
import { JobsKeepTheirKey } from './migrations/1764100000200-jobs-keep-their-key';
import { Jobs } from './migrations/1764100000000-jobs';

registerMigrations(Jobs, JobFiles, JobsKeepTheirKey);
