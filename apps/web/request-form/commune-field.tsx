import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import type { CommuneView } from '../api/views.ts';
import { fieldId } from '../ui/field-id.ts';

const labelOf = (commune: CommuneView) => `${commune.name} (${commune.inseeCode.slice(0, 2)})`;

interface CommuneFieldProps {
  field: string;
  label: string;
  name: string;
  inseeCode: string;
  onChange: (name: string, inseeCode: string) => void;
  error?: string;
}

/** The commune by its first letters; only one of the list counts, so that the road can be planned. */
export function CommuneField({ field, label, name, inseeCode, onChange, error }: CommuneFieldProps) {
  const [asked] = useDebouncedValue(name.trim(), 150);
  const wanted = asked.length >= 2 && inseeCode === '';
  const found = useQuery({
    queryKey: ['communes', asked.toLowerCase()],
    queryFn: () => call(() => api.GET('/api/communes', { params: { query: { q: asked } } })),
    enabled: wanted,
    staleTime: Infinity,
  });
  const communes = wanted ? (found.data ?? []) : [];
  const choose = (commune: CommuneView | undefined) => commune && onChange(commune.name, commune.inseeCode);
  return (
    <Autocomplete
      id={fieldId(field)}
      label={label}
      description={
        wanted && found.isSuccess && communes.length === 0
          ? 'Aucune commune à ce nom : vérifiez l’orthographe.'
          : undefined
      }
      autoComplete="off"
      maxLength={100}
      data={communes.map(labelOf)}
      filter={({ options }) => options}
      value={name}
      error={error}
      onChange={(typed) => {
        const exact = communes.find((commune) => labelOf(commune) === typed);
        if (exact) choose(exact);
        else if (typed !== name) onChange(typed, '');
      }}
      onOptionSubmit={(value) => choose(communes.find((commune) => labelOf(commune) === value))}
      onBlur={() => {
        const same = communes.filter((commune) => commune.name.toLowerCase() === name.trim().toLowerCase());
        if (inseeCode === '' && same.length === 1) choose(same[0]);
      }}
    />
  );
}
