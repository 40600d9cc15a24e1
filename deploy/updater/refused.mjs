/** Why an update is not carried out: a code for programs, a sentence for people. Nothing was changed. */
export class Refused extends Error {
  constructor(code, sentence) {
    super(sentence);
    this.code = code;
  }
}
