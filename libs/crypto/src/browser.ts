/** What browser code may use of this library: nothing here touches node. */
export {
  CHARACTER_CLASS,
  generatePassword,
  type CharacterClass,
  type GeneratedSecret,
  type PasswordRecipe,
} from './password-generator';
export { generatePassphrase, type PassphraseRecipe } from './passphrase-generator';
export { strengthOf, type Strength } from './strength';
export { uuid7 } from './uuid7';
