import { CHARACTER_CLASS, generatePassphrase, generatePassword, type CharacterClass } from '@st0r/crypto/browser';
import { Invalid } from '../../../platform/errors';
import type { GeneratedSecretDto, VaultGenerateDto } from './vault-tools.dto';

const LENGTH = 20;
const WORDS = 6;

/** A secret after the recipe; what makes no sense together is named. */
export function generated(recipe: VaultGenerateDto): GeneratedSecretDto {
  return recipe.kind === 'passphrase' ? passphrase(recipe) : characters(recipe);
}

function characters({ length, classes, avoidLookAlikes }: VaultGenerateDto): GeneratedSecretDto {
  if (classes?.length === 0) throw Invalid.field('/classes', 'required', 'Choose at least one kind of character.');
  return generatePassword({
    length: length ?? LENGTH,
    classes: classes ?? (Object.keys(CHARACTER_CLASS) as CharacterClass[]),
    avoidLookAlikes: avoidLookAlikes ?? false,
  });
}

function passphrase({ words, separator, capitals, digit }: VaultGenerateDto): GeneratedSecretDto {
  return generatePassphrase({
    words: words ?? WORDS,
    separator: separator ?? '-',
    capitals: capitals ?? false,
    digit: digit ?? false,
  });
}
