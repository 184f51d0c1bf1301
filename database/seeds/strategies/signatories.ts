// Who stood behind each strategy, under the name it had then, and which organisation that is today.
import municipalities from '../reference/municipalities.json';
import { readSource, type RegionalSource } from './source';

export interface SignatoryFact {
  strategyKey: string;
  name: string;
  organizationKey: string | null;
  capacity: 'signed' | 'party';
  signedOn: string | null;
  sort: number;
}

// Names of their time that no present or former name in the register equals.
const then: Record<string, string> = {
  'Polismyndigheten Västernorrland': 'national:polismyndigheten',
  'Åklagarmyndigheten i Västernorrland': 'national:aklagarmyndigheten',
  'Kriminalvården i Västernorrland': 'national:kriminalvarden',
  'Landstinget Västernorrland': 'region:22',
  'Länsstyrelsen Västernorrland': 'county_board:22',
  'Region Västernorrland': 'region:22',
  Åklagarmyndigheten: 'national:aklagarmyndigheten',
  Polismyndigheten: 'national:polismyndigheten',
  Kriminalvården: 'national:kriminalvarden',
};

export function signatoryFacts(): SignatoryFact[] {
  return readSource().regionalStrategies.flatMap((regional) => {
    const names = regional.signatoriesSv ?? regional.partiesSv ?? signedByKind(regional);
    return names.map((name, index) => ({
      strategyKey: regional.id,
      name,
      organizationKey: then[name] ?? municipalityKey(name),
      capacity: regional.partiesSv ? ('party' as const) : ('signed' as const),
      signedOn: regional.signedOn ?? null,
      sort: index + 1,
    }));
  });
}

// The plan's source names its signatories by kind: the county's municipalities, the region and the county board. The other
// authorities are not named there, so the page says how many are missing.
function signedByKind({ signedOn, countyCodes }: RegionalSource): string[] {
  if (!signedOn) return [];
  const towns = municipalities.filter((town) => countyCodes.includes(town.countyCode)).map((town) => town.officialName);
  towns.sort((one, other) => one.localeCompare(other, 'sv'));
  return ['Länsstyrelsen Västernorrland', 'Region Västernorrland', ...towns];
}

function municipalityKey(name: string): string | null {
  const town = municipalities.find((one) => one.officialName === name);
  return town ? `municipality:${town.code}` : null;
}
