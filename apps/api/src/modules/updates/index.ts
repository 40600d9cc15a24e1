export { schemaSteps } from './schema-steps';
