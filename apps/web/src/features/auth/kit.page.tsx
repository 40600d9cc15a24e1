import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, Notice } from '@st0r/ui';
import { usePrintKit } from '../../shared/use-print-kit';
import { Gate } from './gate';
import { say } from './messages';

/** The last step of a first run: what brings the keys back when the disk is gone. */
export function Component() {
  const navigate = useNavigate();
  const { print, busy } = usePrintKit();
  const [printed, setPrinted] = useState(false);
  const leave = () => void navigate('/clients');
  return (
    <Gate title={say('kitTitle')} wide>
      <p>{say('stepText')}</p>
      <ol>
        <li>{say('stepPrint')}</li>
        <li>{say('stepKeep')}</li>
        <li>{say('stepDelete')}</li>
      </ol>
      {printed && <Notice tone="success">{say('printedKit')}</Notice>}
      <div className="st-page-actions">
        <Button
          tone={printed ? undefined : 'primary'}
          icon="printer"
          busy={busy}
          onClick={() => void print().then(setPrinted)}
        >
          {say('printKit')}
        </Button>
        <Button tone={printed ? 'primary' : undefined} onClick={leave}>
          {say(printed ? 'goOn' : 'later')}
        </Button>
      </div>
    </Gate>
  );
}
