function kindOf(char: string): string {
  if (/\p{Nd}/u.test(char)) return 'st-digit';
  return /\p{L}/u.test(char) ? 'st-letter' : 'st-symbol';
}

/** A revealed secret in a face that separates 0O 1lI, digits and symbols coloured; read and copied as one text. */
export function SecretText({ value }: { value: string }) {
  return (
    <span className="st-secret" translate="no">
      {[...value].map((char, place) => (
        <span key={place} className={kindOf(char)}>
          {char}
        </span>
      ))}
    </span>
  );
}

/** A hidden secret: always the same number of dots, so its length stays unknown. */
export function HiddenSecret({ label }: { label: string }) {
  return (
    <span className="st-secret st-secret-hidden" role="img" aria-label={label}>
      ••••••••••
    </span>
  );
}
