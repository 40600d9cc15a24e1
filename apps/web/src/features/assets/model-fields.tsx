import { useMemo, useRef, useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { TypeaheadField, type Choice } from '@st0r/ui';
import { api } from '../../shared/api';
import { searchChoices } from '../../shared/search-choices';
import type { ListPage } from '../../shared/use-list';
import type { Asset } from './asset-list';
import type { AssetValues } from './asset-values';
import { say } from './messages';

type Model = Api<'Model'>;

/** Model and manufacturer: a model brings its manufacturer and type along. */
export function ModelFields({ asset }: { asset: Partial<Asset> }) {
  const { setValue, watch } = useFormContext<AssetValues>();
  const seen = useRef(new Map<string, Model>());
  const [maker, setMaker] = useState(asset.manufacturer?.name ?? '');
  const manufacturerId = watch('manufacturerId');
  const makers = useMemo(() => searchChoices('manufacturers'), []);
  const models = useMemo(() => searchModels(seen.current, manufacturerId), [manufacturerId]);
  const { field } = useController<AssetValues, 'modelId'>({ name: 'modelId' });
  const picked = useRef(field.value);
  // The typeahead writes the id into the form; what the model knows follows it.
  if (picked.current !== field.value) {
    picked.current = field.value;
    const model = field.value ? seen.current.get(field.value) : undefined;
    if (model) queueMicrotask(() => fill(model));
  }
  function fill(model: Model) {
    setValue('manufacturerId', model.manufacturerId, { shouldDirty: true });
    setMaker(model.manufacturer?.name ?? '');
    if (model.type) setValue('type', model.type, { shouldDirty: true });
  }
  return (
    <>
      <TypeaheadField
        name="modelId"
        label={say('model')}
        help={say('modelHelp')}
        required={false}
        search={models}
        initialLabel={asset.model?.name}
      />
      <TypeaheadField
        key={maker}
        name="manufacturerId"
        label={say('manufacturer')}
        required={false}
        search={makers}
        initialLabel={maker}
      />
    </>
  );
}

/** Models by name, of one manufacturer when it is known; keeps what was found so that its facts can be used. */
function searchModels(seen: Map<string, Model>, manufacturer: string | null) {
  return async (text: string): Promise<readonly Choice[]> => {
    const query = { q: text.trim() || undefined, manufacturer: manufacturer ?? undefined, limit: 20 };
    const page = await api.get<ListPage<Model>>('models', query);
    for (const model of page.data) seen.set(model.id, model);
    return page.data.map((model) => ({
      value: model.id,
      label: manufacturer ? model.name : [model.manufacturer?.name, model.name].filter(Boolean).join(' '),
    }));
  };
}
