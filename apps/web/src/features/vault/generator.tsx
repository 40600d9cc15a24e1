import { useEffect, useState } from 'react';
import { generatePassphrase, generatePassword, type CharacterClass, type GeneratedSecret } from '@st0r/crypto/browser';
import { Button, SecretText, Switch } from '@st0r/ui';
import { say } from './messages';

type Recipe = {
  kind: 'characters' | 'passphrase';
  length: number;
  classes: readonly CharacterClass[];
  avoidLookAlikes: boolean;
  words: number;
  separator: string;
  capitals: boolean;
  digit: boolean;
};

const usual: Recipe = {
  kind: 'characters',
  length: 20,
  classes: ['lower', 'upper', 'digits', 'symbols'],
  avoidLookAlikes: true,
  words: 6,
  separator: '-',
  capitals: true,
  digit: true,
};
const classes: readonly CharacterClass[] = ['lower', 'upper', 'digits', 'symbols'];

function make(recipe: Recipe): GeneratedSecret {
  return recipe.kind === 'passphrase' ? generatePassphrase(recipe) : generatePassword(recipe);
}

/** Makes a secret in the browser: characters or words. Nothing leaves before the form is saved. */
export function Generator({ onUse }: { onUse: (value: string) => void }) {
  const [recipe, setRecipe] = useState(usual);
  const [made, setMade] = useState<GeneratedSecret>(() => make(usual));
  useEffect(() => setMade(make(recipe)), [recipe]);
  const change = (part: Partial<Recipe>) => setRecipe({ ...recipe, ...part });
  return (
    <div className="st-vault-generator" role="group" aria-label={say('generateTitle')}>
      <div className="st-vault-generated" aria-live="polite">
        <SecretText value={made.value} />
        <span className="st-quiet">{say('bits', { n: Math.round(made.bits) })}</span>
      </div>
      <div className="st-check-row" role="radiogroup" aria-label={say('generateTitle')}>
        {(['characters', 'passphrase'] as const).map((kind) => (
          <label key={kind} className="form-check">
            <input
              type="radio"
              className="form-check-input"
              checked={recipe.kind === kind}
              onChange={() => change({ kind })}
            />
            <span className="form-check-label">{say(kind)}</span>
          </label>
        ))}
      </div>
      {recipe.kind === 'characters' ? (
        <CharacterRecipe recipe={recipe} onChange={change} />
      ) : (
        <WordRecipe recipe={recipe} onChange={change} />
      )}
      <div className="st-page-actions">
        <Button size="sm" tone="primary" onClick={() => onUse(made.value)}>
          {say('generateUse')}
        </Button>
        <Button size="sm" icon="arrow-clockwise" onClick={() => setMade(make(recipe))}>
          {say('generateAgain')}
        </Button>
      </div>
    </div>
  );
}

type RecipeProps = { recipe: Recipe; onChange: (part: Partial<Recipe>) => void };

function CharacterRecipe({ recipe, onChange }: RecipeProps) {
  function toggle(name: CharacterClass) {
    const next = classes.filter((each) => recipe.classes.includes(each) !== (each === name));
    if (next.length > 0) onChange({ classes: next });
  }
  return (
    <>
      <Range label={say('length')} min={8} max={64} value={recipe.length} onChange={(length) => onChange({ length })} />
      <div className="st-check-row">
        {classes.map((name) => (
          <label key={name} className="form-check">
            <input
              type="checkbox"
              className="form-check-input"
              checked={recipe.classes.includes(name)}
              onChange={() => toggle(name)}
            />
            <span className="form-check-label">{say(name)}</span>
          </label>
        ))}
      </div>
      <Switch
        label={say('lookAlikes')}
        checked={recipe.avoidLookAlikes}
        onChange={(avoidLookAlikes) => onChange({ avoidLookAlikes })}
      />
    </>
  );
}

function WordRecipe({ recipe, onChange }: RecipeProps) {
  return (
    <>
      <Range label={say('words')} min={4} max={12} value={recipe.words} onChange={(words) => onChange({ words })} />
      <label className="st-vault-range">
        <span>{say('separator')}</span>
        <input
          className="form-control"
          maxLength={3}
          value={recipe.separator}
          onChange={(event) => onChange({ separator: event.target.value })}
        />
      </label>
      <Switch label={say('capitals')} checked={recipe.capitals} onChange={(capitals) => onChange({ capitals })} />
      <Switch label={say('digit')} checked={recipe.digit} onChange={(digit) => onChange({ digit })} />
    </>
  );
}

type RangeProps = { label: string; min: number; max: number; value: number; onChange: (value: number) => void };

function Range({ label, min, max, value, onChange }: RangeProps) {
  return (
    <label className="st-vault-range">
      <span>
        {label} <b>{value}</b>
      </span>
      <input
        type="range"
        className="form-range"
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}
