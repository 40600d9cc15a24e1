/** Why an update is not carried out: a code for programs, a sentence for people. */
export class Refused extends Error {
  constructor(code: string, sentence: string);
  readonly code: string;
}
