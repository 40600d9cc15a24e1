import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `warrantyEndsOn` -> `warranty_ends_on`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Properties in camelCase, columns in snake_case. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snake(property);
  }
}
