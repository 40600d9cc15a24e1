import { lazy, Suspense, useState } from 'react';
import type { PaletteProps } from './palette-dialog';

const PaletteDialog = lazy(() => import('./palette-dialog'));

/** Search and commands in one box (Ctrl K). Its code is fetched when it is first opened. */
export function Palette(props: PaletteProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return <Suspense fallback={null}>{wanted && <PaletteDialog {...props} />}</Suspense>;
}
