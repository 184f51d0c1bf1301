// Where what is here as data is reached, whole addresses.

/** Facts and short texts about publications and strategies are given to everybody; a file keeps the rights of those who wrote it. */
export const licence = 'http://creativecommons.org/publicdomain/zero/1.0/';

export interface DataPlace {
  lan?: string | undefined;
  sida?: number | undefined;
}

export const dataAddresses = (origin: string) => {
  const at = (name: string, { lan, sida }: DataPlace = {}) => {
    const values = new URLSearchParams({
      ...(lan ? { lan } : {}),
      ...(sida && sida > 1 ? { sida: String(sida) } : {}),
    });
    return `${origin}/oppna-data/${name}${values.size > 0 ? `?${values}` : ''}`;
  };
  return {
    index: `${origin}/oppna-data`,
    publications: (place?: DataPlace) => at('publikationer.json', place),
    strategies: (place?: DataPlace) => at('strategier.json', place),
    catalogue: at('dcat.rdf'),
    publicationFeed: (place?: DataPlace) => at('publikationer.atom', place),
    trainingFeed: (place?: DataPlace) => at('utbildningar.atom', place),
    sitemap: `${origin}/sitemap.xml`,
  };
};
