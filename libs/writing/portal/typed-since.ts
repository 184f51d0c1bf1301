/** The fields that somebody has changed since a form was shown: what is fetched for it meanwhile, as a draft, does not take their place. */
export const typedSince = <Fields extends object>(shown: Fields, now: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(shown[field as keyof Fields]),
    ),
  ) as Partial<Fields>;
