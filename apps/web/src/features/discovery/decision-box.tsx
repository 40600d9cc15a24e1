import { AS_NEW, TAKE_OVER, waysOut } from './acceptance';
import { conflictText, say } from './messages';
import { nameOf, type Proposal } from './scan.types';

type DecisionBoxProps = {
  proposal: Proposal;
  decision: string | undefined;
  onDecide: ((decision: string) => void) | undefined;
};

/** A conflict says why it is one, and waits for an explicit choice. */
export function DecisionBox({ proposal, decision, onDecide }: DecisionBoxProps) {
  const words = (value: string, asset: string | undefined) => {
    if (value === AS_NEW) return say('recordAsNew');
    if (value === TAKE_OVER) return proposal.asset ? say('takeOver') : say('recordAsNew');
    return say('isAsset', { name: asset ?? value });
  };
  return (
    <>
      <div className="dc-conflict">{conflictText(proposal.conflict ?? '')}</div>
      {onDecide && (
        <select
          className="form-select form-select-sm dc-decision"
          aria-label={say('decisionFor', { name: nameOf(proposal) })}
          value={decision ?? ''}
          onChange={(event) => onDecide(event.target.value)}
        >
          <option value="">{say('choosePrompt')}</option>
          {waysOut(proposal).map(({ value, asset }) => (
            <option key={value} value={value}>
              {words(value, asset)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
