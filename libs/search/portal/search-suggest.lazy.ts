/** What stands under the box in the top bar, fetched when somebody begins to type in it. */
export const searchSuggest = () => import('./search-suggest').then((file) => file.SearchSuggest);
