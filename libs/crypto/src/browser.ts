/**
 * What browser code may use of this library: nothing here touches node. The strength meter is not among it: its word
 * lists are larger than the whole first page, so pages ask the server.
 */
export {
  CHARACTER_CLASS,
  generatePassword,
  type CharacterClass,
  type GeneratedSecret,
  type PasswordRecipe,
} from './password-generator';
export { generatePassphrase, type PassphraseRecipe } from './passphrase-generator';
export { uuid7 } from './uuid7';
