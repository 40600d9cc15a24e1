import type icons from 'bootstrap-icons/font/bootstrap-icons.json';

/** Any icon of bootstrap-icons; the build puts only those written in our sources into the sprite. */
export type IconName = keyof typeof icons;

let spriteUrl = '/icons.svg';

/** Tells `Icon` where the built sprite lives; called once at start. */
export function setIconSprite(url: string): void {
  spriteUrl = url;
}

/** An icon from the sprite. Decoration unless `label` is given, which names it for screen readers. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const words = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg className={className ? `st-icon ${className}` : 'st-icon'} viewBox="0 0 16 16" {...words}>
      <use href={`${spriteUrl}#${name}`} />
    </svg>
  );
}
