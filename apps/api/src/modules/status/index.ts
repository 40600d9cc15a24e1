export { StatusModule } from './status.module';
export { Findings } from './findings.service';
export { SupportBundle } from './support/support-bundle.service';
export { worstOf } from './status.service';
export { lookAt, ok, warning, wrong, type Finding, type Verdict } from './finding';
