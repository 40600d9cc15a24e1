/** Loaded when a fresh proof is first asked for. */
export { StepUpDialog as default } from '@st0r/ui';
