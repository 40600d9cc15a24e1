import { useEffect, useEffectEvent } from 'react';
import { showToast } from '@st0r/ui';
import { say } from './messages';

/**
 * In place of a dialog that could not be fetched, after an update or without a network: says so and takes the question
 * back, so that what somebody typed below stays where it is.
 */
export function OutOfDate({ onClose }: { onClose: () => void }) {
  const takeBack = useEffectEvent(onClose);
  useEffect(() => {
    showToast({ text: say('outOfDate'), tone: 'danger' });
    takeBack();
  }, []);
  return <></>;
}
