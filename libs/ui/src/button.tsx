import { Button as BootstrapButton } from 'react-bootstrap';
import { Link } from 'react-router';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Look = { tone?: 'primary' | 'secondary' | 'ghost' | 'danger' | 'link'; size?: 'sm' | 'lg'; icon?: IconName };
type ButtonProps = Look & Omit<ComponentProps<'button'>, 'color'> & { busy?: boolean };

/** A button; `secondary` and of type `button` unless told otherwise. `busy` disables it and says so. */
export function Button({ tone = 'secondary', size, icon, busy, children, disabled, ...rest }: ButtonProps) {
  return (
    <BootstrapButton variant={tone} size={size} type="button" disabled={disabled || busy} aria-busy={busy} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </BootstrapButton>
  );
}

/** A button that is only an icon; `label` is its name and its tooltip. */
export function IconButton({ icon, label, ...rest }: ButtonProps & { icon: IconName; label: string }) {
  return (
    <Button
      tone="ghost"
      {...rest}
      aria-label={label}
      title={label}
      className={`st-icon-button ${rest.className ?? ''}`}
    >
      <Icon name={icon} />
    </Button>
  );
}

/** A link drawn as a button, for actions that have an address; `onClick` runs before it leads there. */
export function ButtonLink({
  tone = 'secondary',
  size,
  icon,
  to,
  children,
  onClick,
}: Look & { to: string; children: ReactNode; onClick?: () => void }) {
  return (
    <Link className={`btn btn-${tone}${size ? ` btn-${size}` : ''}`} to={to} onClick={onClick}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
