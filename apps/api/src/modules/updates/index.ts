export { UpdatesModule } from './updates.module';
export { schemaSteps } from './schema-steps';
export { UpgradeCheck } from './check/upgrade-check.service';
export { UpdateDesk } from './desk/update-desk.service';
