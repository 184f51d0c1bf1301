export { searchRoutes } from './search.routes';
export { searchSuggest } from './search-suggest.lazy';
export type { SearchSuggest } from './search-suggest';
