/** Fetched with the first page of a party. */
export const partyFunctions = () => import('./party-functions').then((slot) => slot.PartyFunctions);
