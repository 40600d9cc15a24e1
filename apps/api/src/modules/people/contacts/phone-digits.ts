/** `+49 (0)89 123-45` -> `498912345`: the bracketed trunk zero is dialled only inside the country. */
export function digitsOf(number: string): string {
  return number
    .trim()
    .replace(/^(\+|00)(?=[1-9])(.*?)\(0\)/, '$1$2')
    .replace(/^00(?=[1-9])/, '')
    .replace(/\D/g, '');
}
