import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, once } from '../api/client.ts';
import { fieldId } from '../ui/field-id.ts';
import { careField } from './care-order.ts';
import type { CareFormProps } from './form-props.ts';
import { LongText, ShortText } from './text-field.tsx';

const ELSEWHERE = { value: '', label: 'Un service ou un confrère d’ailleurs' };

/** To another team of this house, which receives the request, or to somebody elsewhere, in words. */
export function RedirectFields(props: CareFormProps) {
  const { draft, change } = props;
  const { ess } = useParams();
  const teams = useQuery({
    queryKey: ['ess-list'],
    queryFn: () => once(() => api.GET('/api/ess')),
    staleTime: Infinity,
  });
  const others = (teams.data ?? []).filter((team) => team.slug !== ess);
  return (
    <>
      {others.length > 0 && (
        <NativeSelect
          id={fieldId(careField('toEss'))}
          label="Vers"
          description={
            draft.toEss ? 'Cette équipe reçoit la demande, le demandeur la suit aussi chez elle.' : undefined
          }
          value={draft.toEss}
          data={[ELSEWHERE, ...others.map(({ slug, name }) => ({ value: slug, label: name }))]}
          onChange={(event) => {
            const team = others.find(({ slug }) => slug === event.currentTarget.value);
            change({ toEss: team?.slug ?? '', resource: team?.name ?? '' });
          }}
        />
      )}
      {!draft.toEss && (
        <>
          <ShortText {...props} name="resource" label="Vers qui" max={200} />
          <ShortText {...props} name="contact" label="Comment les joindre" max={200} />
        </>
      )}
      <LongText {...props} name="advice" label="Votre conseil" rows={3} max={10_000} />
    </>
  );
}
