/** Path of the library that shows a process another time, where it is installed. */
export function findFaketime(): string | undefined;
